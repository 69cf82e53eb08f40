"""Other renderings: the same layouts by other tools than those of `renderings`.

A page of HTML as an office's site would show it, the same page printed to PDF by a browser,
and a PDF drawn by reportlab. Margins, fonts and the drawing of tables differ: the letterhead
is one row with breaks, the head of a table comes again on each page, pages are numbered in
the middle of the top.
"""

import shutil
from html import escape
from pathlib import Path

import sample_layout as layout
from render_samples import is_bold, write_pdf

CHROMIUM = shutil.which("chromium")
_STYLE = """
body { font: 13pt/1.35 "Liberation Serif", serif; text-align: justify; hyphens: none }
table { border-collapse: collapse; width: 100% } td, th { vertical-align: middle; padding: 3pt }
.ruled td, .ruled th { border: 0.75pt solid #000; font-size: 12pt } .ruled { margin: 6pt 0 }
.head td { text-align: center; width: 50%; vertical-align: top } .foot td { vertical-align: top }
.foot td + td { text-align: center; font-weight: bold } p { margin: 0 0 5pt; text-indent: 1cm }
.centre { text-align: center; font-weight: bold; text-indent: 0 } .bold { font-weight: bold }
.italic { font-style: italic } .page { break-before: page }
"""
_NUMBER = (
    '<div style="font: 12pt serif; width: 100%; text-align: center">'
    '<span class="pageNumber"></span></div>'
)


def as_html(blocks: list[layout.Block], title: str) -> str:
    """The document as a page of a site."""
    body: list[str] = []
    for at, block in enumerate(blocks):
        if isinstance(block, layout.Columns):
            body.append(_columns(block, "head" if at == 0 else "foot"))
        elif isinstance(block, layout.Table):
            body.append(_table(block))
        elif isinstance(block, layout.PageBreak):
            body.append('<div class="page"></div>')
        else:
            body.append(f'<p class="{block.style}">{escape(block.text)}</p>')
    head = f"<meta charset=utf-8><title>{escape(title)}</title><style>{_STYLE}</style>"
    return f"<!doctype html><html lang=vi><head>{head}</head><body>{''.join(body)}</body></html>"


def _columns(block: layout.Columns, kind: str) -> str:
    cells = []
    for lines in (block.left, block.right):
        written = [
            f"<b>{escape(line)}</b>" if is_bold(line) else escape(line) for line in lines if line
        ]
        cells.append(f"<td>{'<br>'.join(written)}</td>")
    return f'<table class="{kind}"><tr>{"".join(cells)}</tr></table>'


def _table(block: layout.Table) -> str:
    rows = []
    for r, row in enumerate(block.rows):
        cells = []
        for c, words in enumerate(row):
            if words in (layout.ABOVE, layout.LEFT):
                continue
            down = right = 1
            while r + down < len(block.rows) and block.rows[r + down][c] == layout.ABOVE:
                down += 1
            while c + right < len(row) and row[c + right] == layout.LEFT:
                right += 1
            tag = "td" if r else "th"
            said = "<br>".join(escape(part.strip()) for part in words.split(layout.NEW_PARAGRAPH))
            cells.append(f'<{tag} rowspan="{down}" colspan="{right}">{said}</{tag}>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    shares = "".join(
        f'<col style="width: {100 * each / sum(block.widths):.1f}%">' for each in block.widths
    )
    head, rest = rows[0], "".join(rows[1:])
    return (
        f'<table class="ruled"><colgroup>{shares}</colgroup><thead>{head}</thead>'
        f"<tbody>{rest}</tbody></table>"
    )


def render_otherwise(blocks: list[layout.Block], name: str, folder: Path) -> dict[str, Path]:
    """The document by the other tools, by the format's name, in `folder`."""
    page = folder / f"{name}.html"
    page.write_text(as_html(blocks, name), encoding="utf-8")
    drawn = folder / f"{name}-drawn.pdf"
    write_pdf(blocks, drawn)
    found = {"html": page, "drawn": drawn}
    if CHROMIUM:
        found["printed"] = _printed(page, folder / f"{name}-printed.pdf")
    return found


def _printed(page: Path, target: Path) -> Path:
    from playwright.sync_api import sync_playwright

    margins = {"top": "2cm", "bottom": "2cm", "left": "2.5cm", "right": "1.5cm"}
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        sheet = browser.new_page()
        sheet.goto(page.as_uri())
        sheet.pdf(
            path=target, format="A4", margin=margins, display_header_footer=True,
            header_template=_NUMBER, footer_template="<span></span>",
        )  # fmt: skip
        browser.close()
    return target
