#!/usr/bin/env bash
# Sets everything up in .venv/ and runs one of the two main jobs:
#   ./setup.sh build    the first seed's EPUB and PDF into build/
#   ./setup.sh test     linters, types, contracts and every test
#   ./setup.sh          only the set-up
# Missing packages of the system are installed with apt-get when this user may, else named.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

job=${1:-setup}
first_seed=seeds/000_4ff8259dd7ecf7f0.txt

say() { printf '%s\n' "$*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
  have apt-get && { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }
}

# install PURPOSE PACKAGE…: Debian's packages, or a plain word on what to install by hand.
install() {
  local purpose=$1
  shift
  if may_install; then
    say "installing for $purpose: $*"
    if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q \
        --no-install-recommends "$@" >/dev/null 2>&1; then
      as_root apt-get update -q >/dev/null
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q \
        --no-install-recommends "$@" >/dev/null
    fi
  else
    say "missing for $purpose: $*"
    say "  Debian, Ubuntu: sudo apt-get install $*"
    say "  macOS:          brew install python@3.12 pango harfbuzz node openjdk poppler"
    exit 6
  fi
}

library() {
  if have ldconfig || [ -x /sbin/ldconfig ]; then
    PATH=$PATH:/sbin ldconfig -p | grep -q "$1"
  else
    [ -e "/opt/homebrew/lib/$1.dylib" ] || [ -e "/usr/local/lib/$1.dylib" ]
  fi
}

usable_python() {
  "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
  local name
  for name in "${PYTHON:-}" python3.11 python3.12 python3.13 python3; do
    if [ -n "$name" ] && usable_python "$name"; then
      command -v "$name"
      return
    fi
  done
  return 1
}

set_up_python() {
  local stamp=.venv/.set-up wanted
  wanted=$(cat requirements.lock pyproject.toml | sha256sum)
  if [ -x .venv/bin/publisher ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
    return
  fi
  find_python >/dev/null || install "Python 3.11 or newer" python3 python3-venv
  local python
  python=$(find_python) || { say "Python 3.11 or newer with venv is needed"; exit 6; }
  say "setting up .venv with $("$python" --version)"
  "$python" -m venv --clear .venv
  .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes \
    -r requirements.lock
  .venv/bin/python -m pip install -q --disable-pip-version-check --no-deps \
    --no-build-isolation -e .
  printf '%s' "$wanted" >"$stamp"
}

set_up_libraries() {
  local absent=()
  library libpango-1.0 || absent+=(libpango-1.0-0)
  library libpangoft2-1.0 || absent+=(libpangoft2-1.0-0)
  library libharfbuzz-subset || absent+=(libharfbuzz-subset0)
  [ ${#absent[@]} -eq 0 ] || install "the PDF" "${absent[@]}"
}

set_up_fonts() {
  .venv/bin/python -c 'import sys; from publisher.theme.fonts import missing; sys.exit(bool(missing("zh-Hans")))' && return
  have npm || install "fetching the fonts" npm
  .venv/bin/publisher doctor --fonts zh-Hans >/dev/null
}

set_up_validators() {
  local absent=()
  have java || absent+=(default-jre-headless)
  have verapdf || [ -e /usr/share/java/jaxb-runtime.jar ] || absent+=(libjaxb-java)
  have pdftotext || absent+=(poppler-utils)
  [ ${#absent[@]} -eq 0 ] || install "the tests" "${absent[@]}"
}

case $job in
  setup | build | test) ;;
  *)
    say "usage: ./setup.sh [build|test]"
    exit 2
    ;;
esac

set_up_libraries
set_up_python
set_up_fonts

case $job in
  build)
    .venv/bin/publisher build "$first_seed"
    ;;
  test)
    set_up_validators
    .venv/bin/ruff check .
    .venv/bin/ruff format --check .
    .venv/bin/mypy
    .venv/bin/lint-imports
    .venv/bin/pytest "${@:2}"
    ;;
esac
