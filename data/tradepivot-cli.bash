# Completion of tradepivot-cli for bash.
# SPDX-License-Identifier: GPL-3.0-or-later

_tradepivot_cli() {
  local cur prev words cword
  _init_completion -n = || return

  local commands='new info status list show history import export advance post reverse undo redo chart check backup'
  local records='exporters products enrolments listings benefits sales organisations people commitments roles
    indicators readings programmes channels funds ledger requirements requirement_statuses events event_links
    evidence citations rival_values attachments activities tasks rates tariffs settings imports
    requirement_sets saved_filters'
  local common='--workspace= --author= --help'
  local filters='--search= --where= --filter= --sort= --limit= --offset='
  local stages='sourced contacted qualified documents compliance listed selling on_hold declined'
  local types='pledge allocation disbursement expenditure refund'

  # The command, its place, and the workspace that its keys come from.
  local command= place=0 i file=()
  for ((i = 1; i < cword; i++)); do
    case ${words[i]} in
      -w | --workspace) file=(-w "${words[i + 1]}"); ((i++)) ;;
      --workspace=*) file=(-w "${words[i]#*=}") ;;
      -*) ;;
      *) command=${words[i]} place=$i; break ;;
    esac
  done

  case $prev in
    -w | --workspace) _filedir tradepivot; return ;;
    -o | --output) _filedir; return ;;
  esac
  case $cur in
    --workspace=*) cur=${cur#*=}; _filedir tradepivot; return ;;
    --rejects=* | --output=*) cur=${cur#*=}; _filedir; return ;;
  esac
  if [[ -z $command ]]; then
    if [[ $cur == -* ]]; then
      COMPREPLY=($(compgen -W "-w $common --version" -- "$cur"))
      compopt -o nospace
    else
      COMPREPLY=($(compgen -W "$commands" -- "$cur"))
    fi
    return
  fi

  if [[ $cur == -* ]]; then
    local options=
    case $command in
      new) options='--sample --demo' ;;
      info | show) options='--format=table --format=json' ;;
      status) options='--as-of= --currency= --format=table --format=json' ;;
      list) options="$filters --format=table --format=csv --format=json" ;;
      export) options="$filters --output= --format=csv --format=json" ;;
      import) options='--map= --encoding= --on-duplicate=skip --on-duplicate=update --on-duplicate=fail
        --on-error=reject --on-error=fail --rejects= --dry-run --progress --format=csv' ;;
      advance) options='--reason=' ;;
      post) options='--date= --currency= --purpose= --programme= --exporter= --organisation= --province=
        --narrative= --confirm-overrun' ;;
      reverse) options='--reason= --confirm-overrun' ;;
      chart) options='--output= --format=png --format=svg --format=pdf --size= --as-of= --dark --lang= --list' ;;
      check) options='--repair' ;;
    esac
    COMPREPLY=($(compgen -W "$options $common" -- "$cur"))
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} != *= ]] || compopt -o nospace
    return
  fi

  # Arguments by their number after the command.
  local n=0
  for ((i = place + 1; i < cword; i++)); do [[ ${words[i]} == -* ]] || ((n++)); done
  local keys=
  case $command:$n in
    list:0) COMPREPLY=($(compgen -W "$records changes" -- "$cur")) ;;
    show:0 | history:0) COMPREPLY=($(compgen -W "$records" -- "$cur")) ;;
    export:0) COMPREPLY=($(compgen -W "workspace $records" -- "$cur")) ;;
    import:0) COMPREPLY=($(compgen -W 'workspace exporters' -- "$cur")) ;;
    import:1 | backup:0) _filedir ;;
    show:1 | history:1) keys=${words[place + 1]} ;;
    post:0) keys=funds ;;
    post:1) COMPREPLY=($(compgen -W "$types" -- "$cur")) ;;
    advance:0) keys=exporters ;;
    advance:1) COMPREPLY=($(compgen -W "$stages" -- "$cur")) ;;
    reverse:0) keys=ledger ;;
    chart:0) COMPREPLY=($(compgen -W 'pledged trend' -- "$cur")) ;;
    chart:1) keys=indicators ;;
  esac
  # Keys come from the workspace itself, as far as a screen holds them.
  [[ -z $keys ]] || COMPREPLY=($(compgen -W "$("${words[0]}" "${file[@]}" list "$keys" --limit=500 --format=csv \
    2>/dev/null | tail -n +2 | cut -d, -f1)" -- "$cur"))
} && complete -F _tradepivot_cli tradepivot-cli
