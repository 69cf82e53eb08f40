#!/bin/sh
# Set-up for Debian 12 and 13 and Ubuntu 24.04: says what is missing and how to get it.
#   sh setup.sh run    .venv with the program, then the system's own programs where it may
#   sh setup.sh dev    the same with the tools that test it
#   sh setup.sh lock   pin every dependency anew
# Done once: a stamp in .venv tells make so.
set -eu
cd "$(dirname "$0")"
what=${1:-run}
venv=.venv

say() { printf '%s\n' "$*" >&2; }

find_python() {
    for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' \
            2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
}

# Names every missing requirement at once, then stops.
require_basics() {
    missing=
    python=$(find_python)
    if [ -z "$python" ]; then
        say "Missing: Python 3.11, 3.12 or 3.13."
        missing="$missing python3 python3-venv"
    elif ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
        say "Missing: the venv module of $python."
        missing="$missing python3-venv"
    fi
    for tool in make git; do
        if ! command -v "$tool" >/dev/null; then
            say "Missing: $tool."
            missing="$missing $tool"
        fi
    done
    if [ -n "$missing" ]; then
        say "Get it with:  sudo apt-get install$missing"
        exit 1
    fi
}

make_venv() {
    if ! "$venv/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        say "Making $venv with $("$python" --version) ..."
        "$python" -m venv --clear "$venv"
    fi
}

install_packages() {
    say "Installing the packages of requirements/$what.txt (a minute or two) ..."
    pip="$venv/bin/python -m pip --disable-pip-version-check --no-input -q"
    $pip install --require-hashes --no-deps -r "requirements/$what.txt"
    $pip install --no-deps --no-build-isolation -e .
    if [ "$what" = dev ]; then touch "$venv/.set-up-dev"; fi
    touch "$venv/.set-up-run"
}

# "command or file  package  what it is for", one a line; a missing one never stops the set-up.
system_programs() {
    cat <<'LIST'
tesseract tesseract-ocr reading scans
/usr/share/tesseract-ocr/5/tessdata/vie.traineddata tesseract-ocr-vie reading Vietnamese scans
soffice libreoffice-writer-nogui reading .doc, .rtf and .odt
LIST
    if [ "$what" != dev ]; then return; fi
    cat <<'LIST'
pdftoppm poppler-utils testing scans
/usr/share/fonts/truetype/dejavu fonts-dejavu-core testing PDF
/usr/share/fonts/truetype/liberation2 fonts-liberation2 testing PDF
chromium chromium testing the web page
nginx nginx-light testing the page behind a proxy
/usr/lib/postgresql postgresql testing publishing to PostgreSQL
LIST
}

missing_programs() {
    system_programs | while read -r path package purpose; do
        command -v "$path" >/dev/null || [ -e "$path" ] || echo "$package ($purpose)"
    done
}

# All together, or else one by one: not every release has every package.
apt_install() {
    # shellcheck disable=SC2086
    $apt install --no-install-recommends "$@" && return
    failed=0
    for package in "$@"; do
        # shellcheck disable=SC2086
        $apt install --no-install-recommends "$package" || failed=1
    done
    return $failed
}

install_programs() {
    wanted=$(missing_programs | cut -d' ' -f1)
    if [ -z "$wanted" ]; then return; fi
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        if grep -q '^ID=ubuntu' /etc/os-release; then
            wanted=$(echo "$wanted" | grep -vx chromium || true)  # there it is a snap
        fi
        say "Installing" $wanted "..."
        apt="apt-get -q -y -o Acquire::http::Timeout=20 -o Acquire::Retries=1 -o DPkg::Lock::Timeout=60"
        export DEBIAN_FRONTEND=noninteractive
        # shellcheck disable=SC2086
        { $apt update && apt_install $wanted; } >"$venv/apt.log" 2>&1 ||
            say "apt-get failed (see $venv/apt.log); going on without."
    fi
    left=$(missing_programs)
    if [ -n "$left" ]; then
        say "Not installed; everything else works without:"
        echo "$left" | sed 's/^/  /' >&2
        say "Get it with:  sudo apt-get install" $(echo "$left" | cut -d' ' -f1)
    fi
}

# Only the ordinary index counts, so that the hashes are those that everyone gets.
lock() {
    compile="env -u UV_DEFAULT_INDEX -u UV_INDEX_URL -u UV_INDEX -u UV_EXTRA_INDEX_URL
        $venv/bin/uv pip compile pyproject.toml --quiet --no-config --universal
        --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url
        --all-extras"
    $compile "$@" --group dev -o requirements/dev.txt
    # The program's own pins are a part of the tools', so that both sets fit into one .venv.
    ${compile%--all-extras} --group build -c requirements/dev.txt -o requirements/run.txt
}

case $what in
run | dev)
    require_basics
    make_venv
    install_packages
    install_programs
    ;;
lock)
    shift
    lock "$@"
    ;;
*)
    say "usage: sh setup.sh run|dev|lock"
    exit 2
    ;;
esac
