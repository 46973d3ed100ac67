"""A file to send."""

from __future__ import annotations


def pdf(pages: int = 1) -> bytes:
    """The bytes of a small valid file of that many blank A4 pages.

    To send it: `files=[("agreement.pdf", stead.testing.pdf())]`. Raises ValueError for less than one page.
    """
    if pages < 1:
        raise ValueError("a PDF has at least one page")
    kids = " ".join(f"{number} 0 R" for number in range(3, 3 + pages))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {pages}/Kids[{kids}]>>"]
    objects += ["<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>"] * pages
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj{content}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()
