"""Reference facts that rules compare plans with, as tables with their source and confidence.

Tab-separated, UTF-8, one header row, no quoting. `confidence` is `confirmed` (seen in public
documents), `office` (entered by the office that runs the program), `document` (only as plans
cite it) or `memory` (knowledge of the field that nobody looked up); the last two support no
`error`. What no row says is not known, and what is not known is no fault.
"""
