// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QObject>
#include <QPointer>
#include <QQuickTextDocument>
#include <QSyntaxHighlighter>
#include <QtQml/qqmlregistration.h>

namespace Switchboard::App {

/**
 * Colours the text of a filter box by what its parts mean and underlines the part that is wrong.
 *
 * GUI thread; the document belongs to the text item.
 */
class FilterHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
    QML_ELEMENT
    Q_DISABLE_COPY_MOVE(FilterHighlighter)
    Q_PROPERTY(QQuickTextDocument *textDocument READ textDocument WRITE setTextDocument NOTIFY
            textDocumentChanged FINAL)
    Q_PROPERTY(QColor fieldColor MEMBER m_field NOTIFY colorsChanged FINAL)
    Q_PROPERTY(QColor textColor MEMBER m_text NOTIFY colorsChanged FINAL)
    Q_PROPERTY(QColor numberColor MEMBER m_number NOTIFY colorsChanged FINAL)
    Q_PROPERTY(QColor logicColor MEMBER m_logic NOTIFY colorsChanged FINAL)
    Q_PROPERTY(QColor minusColor MEMBER m_minus NOTIFY colorsChanged FINAL)

public:
    explicit FilterHighlighter(QObject *parent = nullptr);

    QQuickTextDocument *textDocument() const { return m_quick; }

    void setTextDocument(QQuickTextDocument *document);

Q_SIGNALS:
    void textDocumentChanged();
    void colorsChanged();

protected:
    void highlightBlock(const QString &text) override;

private:
    QPointer<QQuickTextDocument> m_quick;
    QColor m_field;
    QColor m_text;
    QColor m_number;
    QColor m_logic;
    QColor m_minus;
};

} // namespace Switchboard::App
