// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/jsonhighlighter.h"

#include <QTextDocument>

#include <algorithm>

namespace Switchboard::App {

namespace {

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'.' || c == u'+' || c == u'-';
}

} // namespace

void JsonHighlighter::setColors(const JsonColors &colors)
{
    if (colors != m_colors) {
        m_colors = colors;
        rehighlight();
    }
}

void JsonHighlighter::setProblem(int position, int length)
{
    if (position == m_problemPosition && length == m_problemLength) {
        return;
    }
    const int before = std::exchange(m_problemPosition, position);
    m_problemLength = length;
    rehighlightAt(before);
    rehighlightAt(position);
}

void JsonHighlighter::rehighlightAt(int position)
{
    if (document()) {
        rehighlightBlock(document()->findBlock(position));
    }
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    if (document()->characterCount() > maxCharacters) {
        return;
    }
    qsizetype at = 0;
    while (at < text.size()) {
        if (text.at(at) == u'"') {
            at = highlightString(text, at);
        } else if (isWordPart(text.at(at))) {
            const qsizetype begin = at;
            while (at < text.size() && isWordPart(text.at(at))) {
                ++at;
            }
            const QStringView word = QStringView(text).sliced(begin, at - begin);
            if (word == u"true" || word == u"false") {
                paint(begin, word.size(), m_colors.boolean);
            } else if (word == u"null") {
                paint(begin, word.size(), m_colors.null);
            } else if (word.front().isDigit() || word.front() == u'-') {
                paint(begin, word.size(), m_colors.number);
            }
        } else {
            ++at;
        }
    }
    highlightVariables(text);
    highlightProblem();
}

qsizetype JsonHighlighter::highlightString(const QString &text, qsizetype at)
{
    qsizetype end = at + 1;
    while (end < text.size() && text.at(end) != u'"') {
        end += text.at(end) == u'\\' ? 2 : 1;
    }
    end = std::min(end + 1, text.size());
    const bool isKey = QStringView(text).sliced(end).trimmed().startsWith(u':');
    paint(at, end - at, isKey ? m_colors.key : m_colors.string);
    return end;
}

void JsonHighlighter::highlightVariables(const QString &text)
{
    qsizetype at = text.indexOf(u"{{");
    while (at >= 0) {
        const qsizetype end = text.indexOf(u"}}", at);
        if (end < 0) {
            return;
        }
        paint(at, end + 2 - at, m_colors.variable);
        at = text.indexOf(u"{{", end + 2);
    }
}

void JsonHighlighter::highlightProblem()
{
    const int begin = std::max(m_problemPosition - currentBlock().position(), 0);
    const int end = std::min(
        m_problemPosition + m_problemLength - currentBlock().position(), currentBlock().length());
    for (int at = begin; at < end; ++at) {
        QTextCharFormat wrong = format(at);
        wrong.setForeground(m_colors.problem);
        wrong.setFontUnderline(true);
        setFormat(at, 1, wrong);
    }
}

void JsonHighlighter::paint(qsizetype at, qsizetype length, const QColor &color)
{
    setFormat(int(at), int(length), color);
}

} // namespace Switchboard::App
