// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QSyntaxHighlighter>

namespace Switchboard::App {

/** Colours of the parts of a JSON text. */
struct JsonColors
{
    QColor key;
    QColor string;
    QColor number;
    QColor boolean;
    QColor null;
    QColor variable;
    QColor problem;

    friend bool operator==(const JsonColors &, const JsonColors &) = default;
};

/**
 * Colours JSON with variables line by line, also while it is broken, and underlines the place that
 * is wrong. A JSON string never spans lines, so no line depends on another.
 *
 * GUI thread.
 */
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonHighlighter)

public:
    /** Documents with more characters stay plain. */
    static constexpr int maxCharacters = 1'000'000;

    using QSyntaxHighlighter::QSyntaxHighlighter;

    void setColors(const JsonColors &colors);
    void setProblem(int position, int length);

protected:
    void highlightBlock(const QString &text) override;

private:
    qsizetype highlightString(const QString &text, qsizetype at);
    void highlightVariables(const QString &text);
    void highlightProblem();
    void paint(qsizetype at, qsizetype length, const QColor &color);
    void rehighlightAt(int position);

    JsonColors m_colors;
    int m_problemPosition = 0;
    int m_problemLength = 0;
};

} // namespace Switchboard::App
