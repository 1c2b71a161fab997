# shellcheck shell=bash
# The development root: where TradePivot is built, run and tested.
#
# Sourced by build-aux/run, build-aux/test and build-aux/shell. Where the
# system has the floor (GTK 4.18, libadwaita 1.7 ...) everything is native; an
# older Debian-family system gets, once, a Debian 13 root in the user's cache
# folder, entered with bubblewrap. Both ways read one list, packages.txt.
#
# After `tp_prepare`, `tp_in COMMAND...` runs a command where the tools are.

tp_top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tp_list=$tp_top/build-aux/packages.txt
tp_suite=trixie
tp_build=$tp_top/build

# The user's cache folder; where there is none that can be written, a folder of this
# user's under /var/tmp.
tp_home=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
tp_cache=${XDG_CACHE_HOME:-${tp_home:+$tp_home/.cache}}
if [ -z "$tp_cache" ] || ! mkdir -p "$tp_cache/tradepivot" 2>/dev/null || ! [ -w "$tp_cache/tradepivot" ]; then
  tp_cache=/var/tmp/cache-$(id -u)
fi
tp_cache=$tp_cache/tradepivot

tp_say() { printf 'tradepivot: %s\n' "$*" >&2; }
tp_die() { tp_say "$*"; exit 1; }

tp_packages() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$tp_list"; }

tp_as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else tp_die "this step needs root, and there is no sudo here. As root, run: $*"
  fi
}

# True where pkg-config finds the floor of every library that sets one.
tp_have_floor() {
  command -v pkg-config >/dev/null || return 1
  pkg-config --exists 'gtk4 >= 4.18' 'libadwaita-1 >= 1.7' 'glib-2.0 >= 2.84' 'sqlite3 >= 3.46' 2>/dev/null
}

# True where the system's own package lists offer the floor. Slow: asked once.
tp_offers_floor() {
  local v
  command -v apt-cache >/dev/null || return 1
  v=$(apt-cache policy libgtk-4-dev 2>/dev/null | sed -n 's/^  Candidate: //p')
  [ -n "$v" ] && dpkg --compare-versions "$v" ge 4.18
}

# The packages of the list that dpkg does not report as installed.
tp_missing() {
  local p
  for p in $(tp_packages); do
    dpkg-query -W -f='${db:Status-Status}\n' "$p" 2>/dev/null | grep -qx installed || printf '%s\n' "$p"
  done
}

tp_install_native() {
  local stamp=$1 missing
  missing=$(tp_missing)
  if [ -n "$missing" ]; then
    tp_say "installing from this system's own packages:" $missing
    tp_apt_get update -q
    # shellcheck disable=SC2086
    tp_apt_get install -q -y --no-install-recommends $missing \
      || tp_die "apt-get could not install them; see the message above, then start again"
  fi
  mkdir -p "$tp_cache" && : >"$stamp"
}

tp_apt_get() {
  tp_as_root env DEBIAN_FRONTEND=noninteractive apt-get -o Dpkg::Use-Pty=0 "$@" </dev/null >&2
}

tp_mirror() {
  # The mirror this system already uses for Debian, else Debian's own.
  local m
  m=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null \
      | sed -nE 's/^URIs: *(\S*\/debian)\/?\s*$/\1/p; s/^deb +(\[[^]]*\] +)?(\S*\/debian)\/? .*/\2/p' | head -n 1)
  printf '%s\n' "${m:-http://deb.debian.org/debian}"
}

tp_make_root() {
  local new log need=()
  command -v apt-get >/dev/null \
    || tp_die "TradePivot needs GTK 4.18 and libadwaita 1.7. Install what build-aux/packages.txt lists, then start again"
  command -v mmdebstrap >/dev/null || need+=(mmdebstrap)
  command -v bwrap >/dev/null || need+=(bubblewrap)
  if [ ${#need[@]} -gt 0 ]; then
    tp_say "installing ${need[*]}"
    tp_apt_get update -q
    tp_apt_get install -q -y --no-install-recommends "${need[@]}" debian-archive-keyring ca-certificates \
      || tp_die "apt-get could not install them; see the message above"
  fi
  new=$tp_root.new log=$tp_cache/root.log
  mkdir -p "$tp_cache"
  # One at a time: a second start waits for the first and then finds the root made.
  exec 9>"$tp_cache/root.lock"
  flock 9
  if [ -d "$tp_root" ]; then exec 9>&-; return 0; fi
  tp_say "this system has no GTK 4.18: making a Debian 13 root in $tp_root"
  tp_say "(once; about a minute and 2 GB; the log is in $log)"
  [ ! -e "$new" ] || tp_as_root rm -rf "$new"
  tp_as_root mmdebstrap --mode=root --variant=apt --include="$(tp_packages | paste -sd,)" \
    --aptopt='Apt::Install-Recommends "false"' --dpkgopt='path-exclude=/usr/share/man/*' \
    --customize-hook='chroot "$1" localedef -i zh_CN -f UTF-8 zh_CN.UTF-8' \
    --customize-hook='chroot "$1" localedef -i en_US -f UTF-8 en_US.UTF-8' \
    "$tp_suite" "$new" "$(tp_mirror)" >"$log" 2>&1 </dev/null \
    || { tail -n 20 "$log" >&2; tp_as_root rm -rf "$new"; tp_die "the root could not be made; the whole log is in $log"; }
  # Older roots were made from an older list: nothing points at them any more.
  local old
  for old in "$tp_cache"/root-*; do
    case $old in *.log | *.lock | "$new") ;; *) [ ! -d "$old" ] || tp_as_root rm -rf "$old" ;; esac
  done
  tp_as_root mv "$new" "$tp_root"
  exec 9>&-
}

tp_prepare() {
  local list
  list=$(sha256sum <"$tp_list" | cut -c1-12)
  tp_root=$tp_cache/root-$list
  tp_native=
  # What was found out at the first start holds until the list changes.
  if [ -d "$tp_root" ] && command -v bwrap >/dev/null; then return 0; fi
  if [ -e "$tp_cache/native-$list" ] && tp_have_floor; then tp_native=1; return 0; fi
  if tp_have_floor || tp_offers_floor; then
    tp_native=1
    tp_install_native "$tp_cache/native-$list"
  else
    tp_make_root
  fi
}

# tp_in COMMAND...: run it natively or inside the root, in the current folder, with
# the caller's home, /tmp, display and session bus. The root itself stays read-only and
# untouched: the other folders are mounted beside it.
tp_in() {
  if [ -n "$tp_native" ]; then "$@"; return; fi
  local args=(--ro-bind "$tp_root/usr" /usr --symlink usr/bin /bin --symlink usr/sbin /sbin
              --symlink usr/lib /lib --symlink usr/lib64 /lib64
              --ro-bind "$tp_root/etc" /etc --ro-bind "$tp_root/var" /var
              --dev-bind /dev /dev --proc /proc --ro-bind-try /sys /sys --tmpfs /run --bind /tmp /tmp)
  local f
  [ ! -d /var/tmp ] || args+=(--bind /var/tmp /var/tmp)
  for f in /etc/resolv.conf /etc/hosts /etc/passwd /etc/group /etc/machine-id; do
    [ -s "$f" ] && [ -e "$tp_root$f" ] && args+=(--ro-bind "$f" "$f")
  done
  for f in "${HOME:-}" "$tp_top" "$PWD" ${TP_BIND:-} "${XDG_DATA_HOME:-}" "${XDG_CONFIG_HOME:-}"; do
    case $f in '' | / | /usr* | /etc* | /tmp | /var | /dev*) continue ;; esac
    [ ! -d "$f" ] || args+=(--bind "$f" "$f")
  done
  # Wayland, the session bus, portals and sound have their sockets here; X has its in
  # /tmp, or is reached over the network, which is shared.
  [ -n "${XDG_RUNTIME_DIR:-}" ] && [ -d "$XDG_RUNTIME_DIR" ] && args+=(--bind "$XDG_RUNTIME_DIR" "$XDG_RUNTIME_DIR")
  [ -n "${XAUTHORITY:-}" ] && [ -e "$XAUTHORITY" ] && args+=(--ro-bind "$XAUTHORITY" "$XAUTHORITY")
  [ ! -d /run/dbus ] || args+=(--ro-bind /run/dbus /run/dbus)
  # The root knows no other languages than these; C.UTF-8 is always there.
  local lang=${LC_ALL:-${LC_CTYPE:-${LANG:-}}}
  case ${lang%%.*} in
    '' | C | POSIX | en_US | zh_CN) ;;
    zh*) args+=(--setenv LC_ALL zh_CN.UTF-8) ;;
    *) args+=(--setenv LC_ALL C.UTF-8) ;;
  esac
  if [ -z "${TZ:-}" ] && f=$(readlink -f /etc/localtime) && [ "${f#/usr/share/zoneinfo/}" != "$f" ]; then
    args+=(--setenv TZ "${f#/usr/share/zoneinfo/}")
  fi
  bwrap "${args[@]}" --die-with-parent --chdir "$PWD" \
    --setenv PATH /usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin "$@"
}

# tp_compile: configures where that was not done, builds, and installs into build/installed
# what changed, so that translations, settings and icons are found as on any system.
tp_compile() {
  local log=$tp_build/build.log prefix=$tp_build/installed
  if ! [ -e "$tp_build/build.ninja" ] || ! [ "$(cat "$tp_build/prefix.txt" 2>/dev/null)" = "$prefix" ]; then
    tp_say "configuring the build in $tp_build"
    mkdir -p "$tp_build"
    local again=
    [ ! -e "$tp_build/build.ninja" ] || again=--reconfigure
    tp_in meson setup $again --prefix="$prefix" "$tp_build" "$tp_top" >"$log" 2>&1 </dev/null \
      || { cat "$log" >&2; tp_die "meson could not configure the build"; }
    printf '%s\n' "$prefix" >"$tp_build/prefix.txt"
    tp_say "compiling (once; later starts compile what changed)"
  fi
  # Only what is installed: the tests are built by build-aux/test.
  tp_in ninja -C "$tp_build" build.ninja >"$log" 2>&1 </dev/null || { cat "$log" >&2; tp_die "meson could not configure the build"; }
  if ! [ "$tp_build/installed.txt" -nt "$tp_build/build.ninja" ]; then
    tp_in meson introspect --targets "$tp_build" | tp_in python3 -c '
import json, os, sys
print("\n".join(os.path.relpath(f, sys.argv[1]) for t in json.load(sys.stdin) if t["installed"] for f in t["filename"]))
' "$tp_build" >"$tp_build/installed.txt"
  fi
  # shellcheck disable=SC2046
  tp_in ninja -C "$tp_build" -j2 $(cat "$tp_build/installed.txt") >"$log" 2>&1 </dev/null \
    || { cat "$log" >&2; tp_die "the build failed"; }
  # ninja writes its log whenever it makes something.
  if ! [ "$prefix/.complete" -nt "$tp_build/.ninja_log" ]; then
    rm -f "$prefix/.complete"
    tp_in meson install -C "$tp_build" --no-rebuild --only-changed >"$log" 2>&1 </dev/null \
      || { cat "$log" >&2; tp_die "the build could not be installed into $prefix"; }
    : >"$prefix/.complete"
  fi
}
