"""The register on the page: entries of the office's own, with their source and their effect."""

import os

import pytest
from web_office import copied, opened, send_files, settings_of, sign_in, token

from checks import register
from checks.register import RegisterError

LAW = {"part": "documents", "kind": "Nghị định", "number": "77/2031/NĐ-CP", "title": "thử việc",
       "issued_on": "2031-02-03", "source": "Công báo số 12"}  # fmt: skip
MOVEMENT = {"part": "movements", "name": "Cả xã cùng quét sân", "periods": "2024-2026",
            "source": "Kế hoạch 12/KH-UBND"}  # fmt: skip


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    path = tmp_path_factory.mktemp("register") / "plans.db"
    with opened(path) as client:
        send_files(client, ("duoi-nuoc-4-pgddt-thanh-lam.txt",))
    return path


@pytest.fixture
def db(base, tmp_path):
    return copied(base, tmp_path)


@pytest.fixture
def office(db):
    with opened(db) as one:
        yield one


def post(office, entry, act="keep"):
    sent = {**entry, "act": act, "csrf": token(office)}
    return office.post("/register/entry", data=sent, follow_redirects=False)


@pytest.mark.parametrize(
    ("entry", "list_", "words"),
    [(LAW, "laws", LAW["number"]), (MOVEMENT, "movements", MOVEMENT["name"])],
)
def test_an_entry_is_added_corrected_and_removed(office, entry, list_, words):
    asked = {"part": list_, "q": words}
    assert words not in office.get("/register?part=" + list_).text
    assert post(office, entry).status_code == 303
    shown = office.get("/register", params=asked).text
    assert words in shown
    assert entry["source"] in shown
    assert post(office, {**entry, "source": "nguồn mới"}).status_code == 303
    shown = office.get("/register", params=asked).text
    assert shown.count('class="fix"') == 1  # in place of the first, not beside it
    assert "nguồn mới" in shown
    form = office.get("/register/entry", params={"part": entry["part"], "key": words}).text
    assert 'value="remove"' in form
    assert "nguồn mới" in form
    post(office, entry, "remove")
    assert words not in office.get("/register", params=asked).text.split("</form>")[-1]
    assert office.get("/log").text.count("sổ tra cứu: ") == 3


def test_who_changed_what_is_in_the_log(office):
    post(office, LAW)
    assert "Công báo số 12" in office.get("/log").text


def test_the_programs_own_entries_are_corrected_by_the_office(office, db):
    number = register().documents.listed[0].number
    form = office.get("/register/entry", params={"part": "documents", "key": number}).text
    assert f'value="{number}"' in form
    known = register().documents.by_number(number)
    sent = {"part": "documents", "kind": known.kind, "number": number, "title": known.title,
            "valid_to": "2026-12-31", "source": "Nghị quyết mới"}  # fmt: skip
    post(office, sent)
    now = register(settings_of(db).registers).documents.by_number(number)
    assert str(now.valid_to) == "2026-12-31"
    assert now.confidence == "office"
    assert register().documents.by_number(number) == known  # the program's own stays


def test_findings_follow_the_register(office):
    """A citation of what is not stored is no longer remarked once the register knows it."""

    def remarked():
        found = office.get("/api/v1/findings?status=open").json()
        return next((one for one in found if one["rule"] == "C16"), None)

    finding = remarked()
    assert finding is not None
    words = finding["evidence"][0]["as_written"]
    record = office.get(f"/api/v1/documents/{finding['document']['id']}").json()["record"]
    cited = next(one for one in record["citations"] if one["number"] and one["number"] in words)
    post(office, {**LAW, "kind": cited["kind"], "number": cited["number"],
                  "issued_on": cited["issued_on"] or ""})  # fmt: skip
    after = office.get("/api/v1/findings?status=open").json()
    assert finding["id"] not in {one["id"] for one in after}


@pytest.mark.parametrize(
    "broken",
    [{"source": ""}, {"number": ""}, {"issued_on": "mai"}, {"kind": "  "}, {"number": "///"}],
)
def test_what_cannot_be_used_is_refused_and_kept_in_the_form(office, db, broken):
    answer = post(office, {**LAW, **broken})
    assert answer.status_code == 400
    assert LAW["title"] in answer.text
    assert not settings_of(db).page_register.exists()


def test_only_clerks_write_in_the_register(db):
    with opened(db, accounts=True) as guarded:
        sign_in(guarded, "an")
        assert guarded.get("/register/entry").status_code == 403
        sent = {**LAW, "csrf": token(guarded, "/check")}
        assert guarded.post("/register/entry", data=sent).status_code == 403
        assert "register/entry" not in guarded.get("/register").text


def test_a_file_that_someone_broke_is_told(db, tmp_path):
    bad = tmp_path / "x.yaml"
    bad.write_text("documents: [12]", encoding="utf-8")
    with pytest.raises(RegisterError):
        register(bad)
    bad.write_text("documents: []", encoding="utf-8")
    os.utime(bad, ns=(1, 1))
    assert register(bad).documents.listed  # read again once it has changed
