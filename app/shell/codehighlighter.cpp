// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/codehighlighter.h"

#include <QRegularExpression>

namespace Switchboard::App {

CodeHighlighter::CodeHighlighter(QObject *parent)
    : QSyntaxHighlighter(parent)
{
    connect(this, &CodeHighlighter::colorsChanged, this, &QSyntaxHighlighter::rehighlight);
}

void CodeHighlighter::setTextDocument(QQuickTextDocument *document)
{
    if (m_textDocument != document) {
        m_textDocument = document;
        setDocument(document ? document->textDocument() : nullptr);
        Q_EMIT textDocumentChanged();
    }
}

void CodeHighlighter::highlightBlock(const QString &text)
{
    static const QRegularExpression tokens(QStringLiteral(
        "(\"(?:[^\"\\\\]|\\\\.)*\")|\\b(import|from(?= \")|const|let|final|script|curl)\\b"));
    for (auto matches = tokens.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const bool isString = match.capturedLength(1) > 0;
        setFormat(int(match.capturedStart()), int(match.capturedLength()),
            isString ? m_stringColor : m_keywordColor);
    }
}

} // namespace Switchboard::App
