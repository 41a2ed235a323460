// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "format/displaysafe.h"

#include <QChar>

namespace Switchboard::App {

namespace {

constexpr char32_t replacement = 0xFFFD;

bool isBlankLetter(char32_t c)
{
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
}

/** Collects code points until the room is used up. */
class Writer
{
public:
    explicit Writer(qsizetype room)
        : m_room(room)
    { }

    /** False when there is no room for @p c; nothing is added then. */
    bool add(char32_t c)
    {
        if (c < 0x20) {
            return put(0x2400 + c);
        }
        if (c == 0x7F) {
            return put(0x2421);
        }
        if (c < 0x7F) {
            m_marks = 0;
            return put(c);
        }
        switch (QChar::category(c)) {
        case QChar::Other_Control: // C1 has no pictures
        case QChar::Other_Format:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            return putEscape(c);
        case QChar::Mark_NonSpacing:
        case QChar::Mark_SpacingCombining:
        case QChar::Mark_Enclosing:
            return ++m_marks > maxMarks || put(c);
        case QChar::Other_Surrogate:
            return put(replacement);
        default:
            m_marks = 0;
            return isBlankLetter(c) ? putEscape(c) : put(c);
        }
    }

    QString text;

private:
    bool put(char32_t c)
    {
        const qsizetype need = QChar::requiresSurrogates(c) ? 2 : 1;
        if (text.size() + need > m_room) {
            return false;
        }
        text += QChar::fromUcs4(c);
        return true;
    }

    bool putEscape(char32_t c)
    {
        const QString escape = QStringLiteral("<U+")
            + QString::number(uint(c), 16).toUpper().rightJustified(4, QLatin1Char('0'))
            + QLatin1Char('>');
        m_marks = 0;
        if (text.size() + escape.size() > m_room) {
            return false;
        }
        text += escape;
        return true;
    }

    static constexpr int maxMarks = 8;

    qsizetype m_room;
    int m_marks = 0;
};

/** The code point at @p at, which moves on by at least one byte; U+FFFD for what is none. */
char32_t nextCodePoint(QByteArrayView utf8, qsizetype &at)
{
    const auto byte = [&](qsizetype i) { return static_cast<unsigned char>(utf8[i]); };
    const unsigned char first = byte(at++);
    if (first < 0x80) {
        return first;
    }
    int more = 0;
    char32_t code = 0;
    char32_t least = 0;
    if (first >= 0xC2 && first <= 0xDF) {
        more = 1;
        code = first & 0x1FU;
        least = 0x80;
    } else if (first >= 0xE0 && first <= 0xEF) {
        more = 2;
        code = first & 0x0FU;
        least = 0x800;
    } else if (first >= 0xF0 && first <= 0xF4) {
        more = 3;
        code = first & 0x07U;
        least = 0x10000;
    } else {
        return replacement;
    }
    qsizetype end = at;
    for (int i = 0; i < more; ++i, ++end) {
        if (end >= utf8.size() || (byte(end) & 0xC0) != 0x80) {
            return replacement;
        }
        code = code << 6 | (byte(end) & 0x3FU);
    }
    if (code < least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        return replacement;
    }
    at = end;
    return code;
}

QString cutMark(qsizetype bytes)
{
    return QStringLiteral("… (%1 bytes)").arg(bytes);
}

} // namespace

QString displaySafe(QByteArrayView utf8, qsizetype maxChars)
{
    Writer writer(maxChars);
    for (qsizetype at = 0; at < utf8.size();) {
        if (!writer.add(nextCodePoint(utf8, at))) {
            return writer.text + cutMark(utf8.size());
        }
    }
    return writer.text;
}

QString displaySafe(QStringView text, qsizetype maxChars)
{
    Writer writer(maxChars);
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t code = text[at].unicode();
        if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            code = QChar::surrogateToUcs4(text[at], text[at + 1]);
            ++at;
        }
        if (!writer.add(code)) {
            return writer.text + cutMark(text.toUtf8().size());
        }
    }
    return writer.text;
}

} // namespace Switchboard::App
