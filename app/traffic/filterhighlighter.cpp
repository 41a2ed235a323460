// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "traffic/filterhighlighter.h"

#include "traffic/filter.h"

namespace Switchboard::App {

FilterHighlighter::FilterHighlighter(QObject *parent)
    : QSyntaxHighlighter(parent)
{
    connect(this, &FilterHighlighter::colorsChanged, this, &QSyntaxHighlighter::rehighlight);
}

void FilterHighlighter::setTextDocument(QQuickTextDocument *document)
{
    if (m_quick == document) {
        return;
    }
    m_quick = document;
    setDocument(document ? document->textDocument() : nullptr);
    Q_EMIT textDocumentChanged();
}

void FilterHighlighter::highlightBlock(const QString &text)
{
    const ParsedFilter parsed = parseFilter(text, 0);
    for (const FilterSpan &span : parsed.spans) {
        QColor color;
        switch (span.token) {
        case FilterSpan::Token::Field:
            color = m_field;
            break;
        case FilterSpan::Token::Text:
            color = m_text;
            break;
        case FilterSpan::Token::Number:
            color = m_number;
            break;
        case FilterSpan::Token::Logic:
            color = m_logic;
            break;
        case FilterSpan::Token::Minus:
            color = m_minus;
            break;
        case FilterSpan::Token::Operator:
            continue;
        }
        setFormat(int(span.position), int(span.length), color);
    }
    if (parsed.error) {
        QTextCharFormat wrong;
        wrong.setForeground(m_minus);
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(m_minus);
        setFormat(int(parsed.error->position), int(parsed.error->length), wrong);
    }
}

} // namespace Switchboard::App
