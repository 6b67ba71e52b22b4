"""plain_zero_*: the zero of clocks, days and numbers, which has no slash; for the faces, and for the record's PDF.

The faces' font, Atkinson Hyperlegible Next (SIL Open Font License 1.1), knows the slashed one only. This takes its
tabular zero, leaves the slash out and keeps outline, width and metrics, so that it stands between the other figures.

    pip install fonttools brotli && python .ci/plain_zero.py
"""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

SOURCE = Path(
    "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2"
)
FACES = Path("web_client/shared/fonts")
RECORD = Path("server/record/fonts")
WEIGHTS = (400, 700)
NAME = "Palabra Plain Zero"

Point = tuple[float, float]


def plain(pen: DecomposingRecordingPen, width: int) -> TTGlyphPen:
    """The outer curve as it is; inside it the quarters of the counter that the slash leaves whole, each mirrored."""
    contours: list[list[tuple[str, tuple[Point, ...]]]] = []
    for verb, points in pen.value:
        if verb == "moveTo":
            contours.append([])
        contours[-1].append((verb, points))
    outer, below, above = contours
    drawn = TTGlyphPen(None)
    for verb, points in outer:
        getattr(drawn, verb)(*points)
    left_below = below[-2][1]  # from the left to the bottom
    right_above = above[-3][1]  # from the right to the top
    left = below[-3][1][-1]
    right_below = tuple((width - x, y) for x, y in reversed((left, *left_below[:-1])))
    left_above = tuple((width - x, y) for x, y in reversed((above[2][1][-1], *right_above[:-1])))
    drawn.moveTo(left)
    drawn.qCurveTo(*left_below)
    drawn.qCurveTo(*right_below)
    drawn.qCurveTo(*right_above)
    drawn.qCurveTo(*left_above)
    drawn.closePath()
    return drawn


def write(source: TTFont, weight: int) -> None:
    """The font of one weight."""
    glyphs = source.getGlyphSet(location={"wght": weight})
    zero = glyphs["zero.tf"]
    pen = DecomposingRecordingPen(glyphs)
    zero.draw(pen)
    width = round(zero.width)
    font = FontBuilder(source["head"].unitsPerEm, isTTF=True)
    font.setupGlyphOrder([".notdef", "zero"])
    font.setupCharacterMap({ord("0"): "zero"})
    font.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "zero": plain(pen, width).glyph()})
    font.setupHorizontalMetrics({".notdef": (width, 0), "zero": (width, round(pen.value[1][1][-1][0]))})
    metrics = source["hhea"]
    font.setupHorizontalHeader(ascent=metrics.ascent, descent=metrics.descent)
    font.setupNameTable(
        {
            "familyName": NAME,
            "styleName": str(weight),
            "psName": f"{NAME.replace(' ', '')}-{weight}",  # or Typst does not take it for a font
            "licenseDescription": "SIL Open Font License 1.1",
        }
    )
    font.setupOS2(sTypoAscender=metrics.ascent, sTypoDescender=metrics.descent, usWeightClass=weight)
    font.setupPost()
    font.save(RECORD / f"plain_zero_{weight}.ttf")
    font.font.flavor = "woff2"
    font.save(FACES / f"plain_zero_{weight}.woff2")


if __name__ == "__main__":  # in the root of the repository
    for weight in WEIGHTS:
        write(TTFont(SOURCE), weight)
