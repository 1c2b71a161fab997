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
tp_cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/tradepivot

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

# True where the system's own package lists offer the floor.
tp_offers_floor() {
  local v
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
  local stamp missing
  stamp=$tp_cache/native-$(sha256sum <"$tp_list" | cut -c1-12)
  [ -e "$stamp" ] && return 0
  missing=$(tp_missing)
  if [ -n "$missing" ]; then
    tp_say "installing from this system's own packages:" $missing
    tp_as_root apt-get update -q >&2
    # shellcheck disable=SC2086
    tp_as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing >&2 \
      || tp_die "apt-get could not install them; see the message above, then start again"
  fi
  mkdir -p "$tp_cache" && : >"$stamp"
}

tp_mirror() {
  # The mirror this system already uses for Debian, else Debian's own.
  local m
  m=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null \
      | sed -nE 's/^URIs: *(\S*\/debian)\/?\s*$/\1/p; s/^deb +(\[[^]]*\] +)?(\S*\/debian)\/? .*/\2/p' | head -n 1)
  printf '%s\n' "${m:-http://deb.debian.org/debian}"
}

tp_make_root() {
  local new log
  command -v mmdebstrap >/dev/null && command -v bwrap >/dev/null || {
    tp_say "installing mmdebstrap and bubblewrap"
    tp_as_root apt-get update -q >&2
    tp_as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
      mmdebstrap bubblewrap debian-archive-keyring ca-certificates >&2 \
      || tp_die "mmdebstrap and bubblewrap could not be installed; see the message above"
  }
  new=$tp_root.new log=$tp_cache/root.log
  rm -rf "$new" && mkdir -p "$tp_cache"
  tp_say "this system has no GTK 4.18: making a Debian 13 root in $tp_root"
  tp_say "(once; about a minute and 2 GB; the log is in $log)"
  local mode=root
  [ "$(id -u)" = 0 ] || mode=unshare
  mmdebstrap --mode=$mode --variant=apt --include="$(tp_packages | paste -sd,)" \
    --aptopt='Apt::Install-Recommends "false"' --dpkgopt='path-exclude=/usr/share/man/*' \
    --customize-hook='chroot "$1" localedef -i zh_CN -f UTF-8 zh_CN.UTF-8' \
    --customize-hook='chroot "$1" localedef -i en_US -f UTF-8 en_US.UTF-8' \
    "$tp_suite" "$new" "$(tp_mirror)" >"$log" 2>&1 \
    || { tail -n 20 "$log" >&2; rm -rf "$new"; tp_die "the root could not be made; the whole log is in $log"; }
  # Older roots were made from an older list: nothing points at them any more.
  find "$tp_cache" -maxdepth 1 -name 'root-*' ! -name "$(basename "$new")" -exec rm -rf {} +
  mv "$new" "$tp_root"
}

tp_prepare() {
  if tp_have_floor || tp_offers_floor; then
    tp_native=1
    tp_install_native
  else
    tp_native=
    tp_root=$tp_cache/root-$(sha256sum <"$tp_list" | cut -c1-12)
    [ -d "$tp_root" ] && command -v bwrap >/dev/null || tp_make_root
  fi
}

# tp_in COMMAND...: run it natively or inside the root, in the current folder,
# with the caller's home, /tmp, display and session bus.
tp_in() {
  if [ -n "$tp_native" ]; then "$@"; return; fi
  local args=(--bind "$tp_root" / --dev-bind /dev /dev --proc /proc --tmpfs /run
              --bind /tmp /tmp --ro-bind-try /etc/resolv.conf /etc/resolv.conf
              --bind-try /var/tmp /var/tmp)
  local p
  for p in "${HOME:-/root}" "$tp_top" "$PWD" ${TP_BIND:-}; do
    [ -d "$p" ] && args+=(--bind "$p" "$p")
  done
  # An X display over a socket file, Wayland and the session bus, where there are any.
  [ -d /tmp/.X11-unix ] && args+=(--bind /tmp/.X11-unix /tmp/.X11-unix)
  [ -n "${XDG_RUNTIME_DIR:-}" ] && [ -d "$XDG_RUNTIME_DIR" ] && args+=(--bind "$XDG_RUNTIME_DIR" "$XDG_RUNTIME_DIR")
  bwrap "${args[@]}" --die-with-parent --chdir "$PWD" \
    --setenv PATH /usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin "$@"
}
