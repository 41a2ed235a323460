// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QQuickTextDocument>
#include <QSyntaxHighlighter>
#include <QtQml/qqmlregistration.h>

namespace Switchboard::App {

/**
 * Colours strings and keywords in the few lines of ClientCode; knows no language, only words
 * that most of them share.
 *
 * GUI thread.
 */
class CodeHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
    QML_ELEMENT
    Q_DISABLE_COPY_MOVE(CodeHighlighter)
    Q_PROPERTY(QQuickTextDocument *textDocument READ textDocument WRITE setTextDocument NOTIFY
            textDocumentChanged FINAL)
    Q_PROPERTY(QColor keywordColor MEMBER m_keywordColor NOTIFY colorsChanged FINAL)
    Q_PROPERTY(QColor stringColor MEMBER m_stringColor NOTIFY colorsChanged FINAL)

public:
    explicit CodeHighlighter(QObject *parent = nullptr);

    QQuickTextDocument *textDocument() const { return m_textDocument; }

    void setTextDocument(QQuickTextDocument *document);

Q_SIGNALS:
    void textDocumentChanged();
    void colorsChanged();

protected:
    void highlightBlock(const QString &text) override;

private:
    QQuickTextDocument *m_textDocument = nullptr;
    QColor m_keywordColor;
    QColor m_stringColor;
};

} // namespace Switchboard::App
