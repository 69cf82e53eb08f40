"""Pages as pictures: what is framed lies where its words are; what can't be drawn is told."""

import io
import re
import zipfile
from email.message import EmailMessage

import pytest
from PIL import Image
from stored import plan
from web_office import opened, sample, send_files, sign_in, token

from extract.errors import ReadError
from extract.painter import Painter
from extract.readers import Limits
from kehoach.web.pictures import Pictures
from kehoach.web.record_items import Group, Item
from kehoach.web.sheets import sheets_of
from schemas import Source

PDF = "duoi-nuoc-3-sgddt-nghe-an.pdf"


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    path = tmp_path_factory.mktemp("pictures") / "plans.db"
    with opened(path) as client:
        send_files(client, (PDF, "duoi-nuoc-4-pgddt-thanh-lam.txt"))
    return path


@pytest.fixture(scope="module")
def client(db):
    with opened(db) as one:
        yield one


@pytest.fixture(scope="module")
def painter():
    one = Painter(Limits(seconds=20))
    yield one
    one.close()


def document(client, name):
    rows = client.get("/api/v1/documents").json()["rows"]
    return next(row["id"] for row in rows if name in row["name"])


def source(sha256):
    return Source(name="a.pdf", sha256=sha256, media_type="application/pdf")


def frames_in(html):
    """`(x, y, width, height)` of each, in points."""
    sides = " ".join(rf'{name}="(-?[\d.]+)"' for name in ("x", "y", "width", "height"))
    return [tuple(map(float, found)) for found in re.findall(f'<rect class="k-[^>]*{sides}', html)]


def test_every_item_is_framed_on_its_page(client):
    one = document(client, "duoi-nuoc-3")
    html = client.get(f"/documents/{one}").text
    record = client.get(f"/api/v1/documents/{one}").json()["record"]
    assert html.count('class="sheet"') == record["source"]["pages"]
    for item in (*record["tasks"], *record["citations"], *record["targets"]):
        assert f'href="#r-{item["id"]}" id="at-{item["id"]}"' in html
        sheet = html.split(f'id="page-{item["boxes"][0][0]}"')[1].split("</figure>")[0]
        assert f'data-item="{item["id"]}"' in sheet
    assert all(x + width < 600 for x, _y, width, _height in frames_in(html))
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_what_is_framed_has_ink_in_it(client):
    """The picture and the boxes have the same measure: letters lie inside, margins are bare."""
    one = document(client, "duoi-nuoc-3")
    answer = client.get(f"/documents/{one}/pages/1.jpg")
    assert answer.headers["content-type"] == "image/jpeg"
    assert "private" in answer.headers["cache-control"]
    page = Image.open(io.BytesIO(answer.content)).convert("L")
    html = client.get(f"/documents/{one}").text.split('id="page-2"')[0]
    scale = page.width / float(re.search(r'viewBox="0 0 ([\d.]+)', html)[1])
    frames = frames_in(html)
    assert len(frames) > 10
    for frame in frames:
        x, y, width, height = (side * scale for side in frame)
        ink = page.crop((round(x), round(y), round(x + width), round(y + height)))
        assert ink.getextrema()[0] < 100, frame
    assert page.crop((0, 0, page.width, page.height // 20)).getextrema()[0] > 200


def test_the_text_is_one_click_away(client):
    one = document(client, "duoi-nuoc-3")
    assert f'href="/documents/{one}?view=text"' in client.get(f"/documents/{one}").text
    html = client.get(f"/documents/{one}?view=text").text
    assert '<div class="paper">' in html
    assert "<mark" in html


def test_text_files_have_no_pages(client):
    one = document(client, "duoi-nuoc-4")
    html = client.get(f"/documents/{one}").text
    assert "view=text" not in html
    assert "<mark" in html
    assert client.get(f"/documents/{one}/pages/1.jpg").status_code == 404


@pytest.mark.parametrize("number", ["0", "4", "-1", "99999999999", "x", "..%2f1"])
def test_pages_that_are_not_there(client, number):
    one = document(client, "duoi-nuoc-3")
    assert client.get(f"/documents/{one}/pages/{number}.jpg").status_code in (404, 422)


def test_pictures_need_an_account_too(db):
    with opened(db, accounts=True) as guarded:
        sign_in(guarded, "an")
        one = document(guarded, "duoi-nuoc-3")
        guarded.post("/sign-out", data={"csrf": token(guarded, "/check")})
        answer = guarded.get(f"/documents/{one}/pages/1.jpg", follow_redirects=False)
        assert answer.status_code == 303


def test_a_file_that_cannot_be_drawn_is_tried_once(tmp_path):
    pictures = Pictures(tmp_path, memory=1 << 30)
    asked = []

    def broken():
        asked.append(1)
        return b"%PDF-1.4 no more"

    try:
        assert pictures.sizes(source("a" * 64), broken) == ()
        assert pictures.sizes(source("a" * 64), broken) == ()
        assert len(asked) == 1
        assert pictures.picture(source("../../etc/passwd"), 1, broken) is None
    finally:
        pictures.close()


def test_pictures_are_drawn_once_and_kept(tmp_path):
    original = sample(PDF).read_bytes()
    pictures = Pictures(tmp_path, memory=1 << 30)
    try:
        alone = source("b" * 64)
        first = pictures.picture(alone, 1, lambda: original)
        assert first.startswith(b"\xff\xd8\xff")
        assert pictures.picture(alone, 1, lambda: b"") == first
        pictures.tidy()
        assert list(tmp_path.glob("*/*/1.jpg"))
    finally:
        pictures.close()


def test_photographs_are_pages_too(painter):
    picture = io.BytesIO()
    Image.new("RGB", (1240, 1754), "white").save(picture, "PNG", dpi=(150, 150))
    [(width, height)] = painter.sizes(picture.getvalue())
    assert (round(width), round(height)) == (595, 842)
    drawn = Image.open(io.BytesIO(painter.picture(picture.getvalue(), 1, 600)))
    assert 599 <= drawn.width <= 601


def zipped(**files):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as bundle:
        for name, data in files.items():
            bundle.writestr(name.replace("__", "/") + ".pdf", data)
    return kept.getvalue()


def mailed(name, data):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.vn", "b@example.vn", "Kế hoạch"
    mail["Date"] = "Mon, 12 May 2025 08:00:00 +0700"
    mail.set_content("Kính gửi.")
    mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


@pytest.fixture(scope="module")
def bundles(tmp_path_factory):
    """The same pages by themselves, in a ZIP, and in a ZIP that came by mail."""
    alone = sample(PDF).read_bytes()
    other = sample("thien-tai-so-nnmt.pdf").read_bytes()
    with opened(tmp_path_factory.mktemp("bundles") / "plans.db") as client:
        sent = (
            ("goi.zip", zipped(thu__a=alone, b=b"khong phai")),
            ("thu.eml", mailed("x.zip", zipped(c=other))),
        )
        files = [("files", each) for each in sent]
        assert client.post("/drop", data={"csrf": token(client)}, files=files).status_code == 200
        yield client


@pytest.mark.parametrize("name", ["a.pdf", "c.pdf"])
def test_what_came_in_a_bundle_or_mail_has_its_pages(bundles, name):
    one = document(bundles, name)
    html = bundles.get(f"/documents/{one}").text
    record = bundles.get(f"/api/v1/documents/{one}").json()["record"]
    assert record["source"]["container"]
    assert html.count('class="sheet"') == record["source"]["pages"] > 1
    assert len(frames_in(html)) > 10
    drawn = [bundles.get(f"/documents/{one}/pages/{n}.jpg") for n in (1, 2, 99)]
    assert [answer.status_code for answer in drawn] == [200, 200, 404]
    assert drawn[0].content != drawn[1].content
    assert Image.open(io.BytesIO(drawn[0].content)).width > 1000


def test_files_of_one_bundle_have_each_their_own_pages(painter):
    first, second = sample(PDF).read_bytes(), sample("thien-tai-so-nnmt.pdf").read_bytes()
    both = zipped(a=first, b=second)
    assert painter.sizes(both, ("b.pdf",)) == painter.sizes(second)
    assert painter.picture(both, 1, 300, ("b.pdf",)) == painter.picture(second, 1, 300)
    assert painter.picture(both, 1, 300, ("a.pdf",)) != painter.picture(second, 1, 300)
    nested = mailed("g.zip", both)
    assert painter.picture(nested, 1, 300, ("g.zip", "b.pdf")) == painter.picture(second, 1, 300)


@pytest.mark.parametrize(
    "within",
    [
        ("c.pdf",),
        ("../a.pdf",),
        ("t/a.pdf",),
        ("a.pdf", "a.pdf"),
        ("a.pdf",),
        ("b.pdf",) * 9,
        ("",),
    ],
)
def test_nobody_is_shown_another_file_than_was_read(painter, within):
    """Two files of one name are told apart by nothing that the record keeps."""
    bundle = zipped(t__a=sample(PDF).read_bytes(), u__a=b"%PDF-1.4", b=zipped(b=b"x"))
    with pytest.raises(ReadError):
        painter.sizes(bundle, within)


def test_a_bomb_is_not_unpacked_for_its_picture(painter):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("a.pdf", b"%PDF-1.4" + bytes(64 << 20))
    with pytest.raises(ReadError):
        painter.sizes(kept.getvalue(), ("a.pdf",))


@pytest.mark.parametrize("data", [b"chi la chu", b"", b"%PDF-1.7\n1 0 obj", b"\x89PNG\r\n\x1a\n"])
def test_what_has_no_pages_is_a_value(painter, data):
    with pytest.raises(ReadError):
        painter.sizes(data)


def test_a_page_read_turned_has_no_frames():
    item = Item(
        "i1", "task", "việc", boxes=((1, 10.0, 10.0, 50.0, 20.0), (1, 700.0, 9.0, 720.0, 19.0))
    )
    upright = sheets_of(plan(), [Group("task", "Việc", (item,))], [(842.0, 595.0)])
    turned = sheets_of(plan(), [Group("task", "Việc", (item,))], [(595.0, 842.0)])
    assert len(upright[0].frames) == 2
    assert turned[0].frames == ()
