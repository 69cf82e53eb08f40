"""Pages cannot go stale: generated ones are regenerated, READMEs name what there is."""

import re
import runpy
import subprocess

import pytest
from babel.messages.pofile import read_po
from shared import ROOT

from kehoach.cli.group import MODULES
from kehoach.settings import load_settings

GENERATE = runpy.run_path(str(ROOT / "docs" / "generate.py"))
BINARY = (".pdf", ".docx", ".png", ".mo")
READMES = ("README.md", "README.vi.md")


GENERATED = [*READMES, "docs/cli.md", "docs/cli.vi.md"]


@pytest.mark.parametrize("page", GENERATED)
def test_generated_pages_are_fresh(page, pages):
    path = ROOT / page
    assert path.read_text(encoding="utf-8") == pages[path], "run `make docs`"


@pytest.fixture(scope="module")
def pages():
    return GENERATE["pages"]()


@pytest.mark.parametrize("name", READMES)
def test_readme_names_every_command_and_no_other(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    named = set(re.findall(r"kehoach ([a-z]+)", text)) | set(re.findall(r"`([a-z]+)`", text))
    assert set(MODULES) <= named
    assert set(re.findall(r"\.venv/bin/kehoach ([a-z]+)", text)) <= set(MODULES)


@pytest.mark.parametrize("name", READMES)
def test_links_lead_somewhere(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", text):
        assert (ROOT / target).exists(), target


def test_the_two_readmes_are_equal_in_build():
    """The same headings in depth and order, the same commands and pictures."""

    def build(name):
        text = (ROOT / name).read_text(encoding="utf-8")
        shell = re.findall(r"```sh\n(.*?)```", text, flags=re.DOTALL)
        blocks = [re.sub(r" +#.*", "", block) for block in shell]
        depths = [len(m) for m in re.findall(r"^(#+) ", text, flags=re.MULTILINE)]
        return depths, blocks, len(re.findall(r"^\|", text, flags=re.MULTILINE))

    assert build(READMES[0]) == build(READMES[1])


def test_make_targets_are_in_its_help():
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY:((?:.*\\\n)*.*)", text, flags=re.MULTILINE)[1]
    for target in phony.replace("\\", " ").split():
        assert re.search(rf"^{target}:.*## ", text, flags=re.MULTILINE), target


def test_the_example_of_settings_holds_what_it_says(tmp_path, monkeypatch):
    """With every line in force it changes nothing but the rule that it switches off."""
    monkeypatch.chdir(tmp_path)
    usual = load_settings(env={})
    lines = (ROOT / "docs" / "kehoach.toml").read_text(encoding="utf-8").splitlines()
    shown = [line[2:] for line in lines if re.match(r"# (\[|[a-z_]+ = )", line)]
    (tmp_path / "kehoach.toml").write_text("\n".join(shown), encoding="utf-8")
    settings = load_settings(env={})
    for name in ("db", "lang", "zone", "inbox", "limits"):
        assert getattr(settings, name) == getattr(usual, name), name
    assert [rule.code for rule in settings.rules] == ["B01"]


def test_no_file_names_this_workplace():
    """No registry's address, no machine's path, in what is committed."""
    forbidden = re.compile(
        r"pypi\.org|npmjs\.org|registry\.npmjs|/root/|files\.pythonhosted|/work/(?:main|shared)|opt/pypi"
    )
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in filter(None, tracked.stdout.split("\0")):
        path = ROOT / name
        if name == "tests/test_docs.py" or not path.is_file() or path.suffix in BINARY:
            continue
        assert not forbidden.search(path.read_text(encoding="utf-8", errors="replace")), name


def test_the_guide_for_clerks_calls_things_as_the_page_does():
    """Words in bold are buttons, links and headings; each is said by the page just so."""
    guide = (ROOT / "docs" / "huong-dan-van-thu.md").read_text(encoding="utf-8")
    with (ROOT / "kehoach" / "locale" / "vi" / "LC_MESSAGES" / "kehoach.po").open("rb") as file:
        catalogue = read_po(file)
    said = {
        words.strip(" :").casefold()
        for message in catalogue
        for words in ([message.string] if isinstance(message.string, str) else message.string)
    }
    named = {
        word
        for bold in re.findall(r"\*\*([^*]+)\*\*", guide)
        for word in bold.casefold().split(" → ")
    }
    assert len(named) > 25
    assert named - said <= {"csv", "english"}
    for picture in re.findall(r"\]\((pictures/[^)]+)\)", guide):
        assert (ROOT / "docs" / picture).exists()
