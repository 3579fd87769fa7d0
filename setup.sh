#!/usr/bin/env bash
# Sets everything up in .venv/ and runs one of the two main jobs:
#   ./setup.sh build    the first seed's EPUB and PDF into build/
#   ./setup.sh test     linters, types, contracts and every test
#   ./setup.sh          only the set-up
# Missing packages of the system are installed with apt-get when this user may, else named
# (exit code 6). PYTHON names the interpreter where it should be another than the one found.
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

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    -o DPkg::Lock::Timeout=120 "$@" >/dev/null
}

# need PURPOSE PACKAGE…: installs Debian's packages, or says what to install by hand.
need() {
  local purpose=$1
  shift
  if may_install; then
    say "installing for $purpose: $*"
    apt_install "$@" 2>/dev/null && return
    # The package lists may be absent or old.
    as_root apt-get update -q >/dev/null && apt_install "$@" && return
  fi
  say "missing for $purpose: $*"
  say "  Debian, Ubuntu: sudo apt-get install $*"
  say "  Fedora:         sudo dnf install python3 pango harfbuzz nodejs-npm chromium java-headless poppler-utils"
  say "  macOS:          brew install python pango node openjdk poppler"
  say "                  export DYLD_FALLBACK_LIBRARY_PATH=\$(brew --prefix)/lib"
  exit 6
}

library() {
  local folder listing
  if listing=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null); then
    [[ $listing == *"$1"* ]]
    return
  fi
  for folder in /opt/homebrew/lib /usr/local/lib; do
    [ -e "$folder/$1.dylib" ] && return
  done
  return 1
}

set_up_libraries() {
  library libpangoft2-1.0 || need "the PDF" libpango-1.0-0 libpangoft2-1.0-0
  # Where HarfBuzz is older than 6, this library comes with Pango.
  library libharfbuzz-subset || need "the PDF" libharfbuzz-subset0
}

# find_python [MODULE…]: the first interpreter that is new enough and has the modules.
find_python() {
  local name imports
  imports=$(printf ', %s' sys "$@")
  for name in ${PYTHON:-python3.11 python3.12 python3.13 python3}; do
    if "$name" -c "import ${imports#, }; sys.exit(sys.version_info < (3, 11))" >/dev/null 2>&1; then
      command -v "$name"
      return
    fi
  done
  return 1
}

find_or_install_python() {
  local bare
  find_python venv ensurepip && return
  # Debian keeps venv and pip apart from Python itself.
  if bare=$(find_python); then
    need "a virtual environment" \
      "$("$bare" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
  else
    need "Python 3.11 or newer" python3 python3-venv
  fi
  find_python venv ensurepip || { say "Python 3.11 or newer with venv is needed"; exit 6; }
}

pip_install() {
  .venv/bin/python -m pip install -q --disable-pip-version-check "$@"
}

# The stamps hold what was set up: the place, too, since an environment can't be moved.
set_up_environment() {
  local stamp=.venv/.locked wanted python
  wanted=$(pwd && cat requirements.lock)
  [ -x .venv/bin/python ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && return
  python=$(find_or_install_python)
  say "setting up .venv with $("$python" --version)"
  "$python" -m venv --clear .venv
  pip_install --require-hashes -r requirements.lock
  printf '%s\n' "$wanted" >"$stamp"
}

set_up_publisher() {
  local stamp=.venv/.installed
  cmp -s pyproject.toml "$stamp" && return
  pip_install --no-deps --no-build-isolation -e .
  cp pyproject.toml "$stamp"
}

set_up_fonts() {
  .venv/bin/python -c 'import sys
from publisher.theme.fonts import missing
sys.exit(bool(missing("zh-Hans")))' && return
  have npm || need "fetching the fonts" npm
  if ! .venv/bin/publisher doctor --fonts zh-Hans >/dev/null; then
    .venv/bin/publisher doctor >&2
  fi
}

set_up_validators() {
  local absent=()
  have java || absent+=(default-jre-headless)
  have verapdf || [ -e /usr/share/java/jaxb-runtime.jar ] || absent+=(libjaxb-java)
  have pdftotext || absent+=(poppler-utils)
  [ ${#absent[@]} -eq 0 ] || need "the tests" "${absent[@]}"
}

# What editions are read with by the tests. The stamp holds what npm was told to bring.
set_up_reading_systems() {
  local folder=tests/reading
  have chromium || have chromium-browser || have google-chrome || need "the tests" chromium
  have npm || need "the tests" npm
  cmp -s "$folder/package-lock.json" "$folder/node_modules/.locked" && return
  npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
  cp "$folder/package-lock.json" "$folder/node_modules/.locked"
}

case $job in
  setup | build | test) ;;
  *)
    say "usage: ./setup.sh [build|test]"
    exit 2
    ;;
esac

set_up_libraries
set_up_environment
set_up_publisher
set_up_fonts

case $job in
  build)
    .venv/bin/publisher build "$first_seed"
    ;;
  test)
    set_up_validators
    set_up_reading_systems
    .venv/bin/ruff check .
    .venv/bin/ruff format --check .
    .venv/bin/mypy
    .venv/bin/lint-imports
    .venv/bin/pytest "${@:2}"
    ;;
esac
