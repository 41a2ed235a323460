#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Switchboard contributors
# SPDX-License-Identifier: MIT
"""Makes a single-substitution feature of a font the default, under another family name.

usage: freeze.py IN OUT FAMILY FEATURE

QML cannot switch features on before Qt 6.6, and counters in proportional figures shake. The
character map is pointed at the substituted glyphs, as GSUB names them. Renamed, because a changed
font must not answer to its original's name.
"""
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FAMILY, SUBFAMILY, UNIQUE, FULL, POSTSCRIPT = 1, 2, 3, 4, 6
TYPOGRAPHIC_FAMILY, TYPOGRAPHIC_SUBFAMILY = 16, 17
EXTENSION = 7


def substitutions(font, feature):
    """Glyph to glyph, for every lookup of the feature that replaces one by one."""
    table = font["GSUB"].table
    lookups = {index
               for record in table.FeatureList.FeatureRecord if record.FeatureTag == feature
               for index in record.Feature.LookupListIndex}
    found = {}
    for index in sorted(lookups):
        for subtable in table.LookupList.Lookup[index].SubTable:
            if subtable.LookupType == EXTENSION:
                subtable = subtable.ExtSubTable
            if subtable.LookupType == 1:
                found.update(subtable.mapping)
    return found


def rename(font, family):
    names = font["name"]
    style = names.getDebugName(TYPOGRAPHIC_SUBFAMILY) or names.getDebugName(SUBFAMILY)
    texts = {UNIQUE: f"{family} {style}", FULL: f"{family} {style}",
             POSTSCRIPT: f"{family}-{style}".replace(" ", ""), TYPOGRAPHIC_FAMILY: family,
             TYPOGRAPHIC_SUBFAMILY: style}
    plain = style in ("Regular", "Bold")
    texts[FAMILY] = family if plain else f"{family} {style}"
    texts[SUBFAMILY] = style if plain else "Regular"
    for record in list(names.names):
        if record.nameID in texts:
            names.setName(texts[record.nameID], record.nameID, record.platformID,
                          record.platEncID, record.langID)
    for name_id, text in texts.items():
        names.setName(text, name_id, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames[0] = texts[POSTSCRIPT]
        top = cff.topDictIndex[0]
        top.FamilyName, top.FullName = family, texts[FULL]


def main(source, target, family, feature):
    font = TTFont(source, recalcTimestamp=False)
    wanted = substitutions(font, feature)
    if not wanted:
        sys.exit(f"{source} has no feature {feature}")
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap = {code: wanted.get(glyph, glyph) for code, glyph in table.cmap.items()}
    rename(font, family)
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    font.save(target)


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
