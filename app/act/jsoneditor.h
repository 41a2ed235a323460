// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "act/jsonhighlighter.h"

#include <QObject>
#include <QPointer>
#include <QQuickTextDocument>
#include <QtQml/qqmlregistration.h>

namespace Switchboard::App {

/**
 * Makes a text area of QML an editor for JSON: colours, line height, indentation, pairs.
 *
 * The typing functions change the document in one undo step and return where the cursor goes.
 *
 * GUI thread. Lifetime: made in QML beside the text area.
 */
class JsonEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_DISABLE_COPY_MOVE(JsonEditor)
    Q_PROPERTY(QQuickTextDocument *textDocument READ textDocument WRITE setTextDocument NOTIFY
            textDocumentChanged REQUIRED FINAL)
    /** False leaves the text plain. */
    Q_PROPERTY(bool highlights READ highlights WRITE setHighlights NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor keyColor MEMBER m_keyColor NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor stringColor MEMBER m_stringColor NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor numberColor MEMBER m_numberColor NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor booleanColor MEMBER m_booleanColor NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor nullColor MEMBER m_nullColor NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor variableColor MEMBER m_variableColor NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor problemColor MEMBER m_problemColor NOTIFY lookChanged FINAL)
    Q_PROPERTY(int problemPosition MEMBER m_problemPosition NOTIFY problemChanged FINAL)
    Q_PROPERTY(int problemLength MEMBER m_problemLength NOTIFY problemChanged FINAL)
    /** Pixels from one line to the next. */
    Q_PROPERTY(int lineHeight READ lineHeight WRITE setLineHeight NOTIFY lineHeightChanged FINAL)

public:
    explicit JsonEditor(QObject *parent = nullptr);
    ~JsonEditor() override;

    QQuickTextDocument *textDocument() const { return m_textDocument; }

    void setTextDocument(QQuickTextDocument *document);

    bool highlights() const { return m_highlights; }

    void setHighlights(bool on);

    int lineHeight() const { return m_lineHeight; }

    void setLineHeight(int pixels);

    /** Enter: the line's indentation, one step more behind an open bracket. */
    Q_INVOKABLE int newLine(int selectionStart, int selectionEnd);
    /** Tab: two spaces. */
    Q_INVOKABLE int tab(int selectionStart, int selectionEnd);
    /**
     * A typed character that has a partner: puts both, around a selection, or steps over the
     * partner that is there already. -1 when it is to be typed as usual.
     */
    Q_INVOKABLE int typed(const QString &character, int selectionStart, int selectionEnd);
    /** Backspace between two partners takes both; -1 when it is to work as usual. */
    Q_INVOKABLE int backspace(int selectionStart, int selectionEnd);

Q_SIGNALS:
    void textDocumentChanged();
    void lookChanged();
    void problemChanged();
    void lineHeightChanged();

private:
    QTextDocument *document() const;
    void applyLook();
    /** Text that was set from outside has lost the height of its lines. */
    void applyLineHeight();
    QTextCursor select(int start, int end) const;

    QPointer<QQuickTextDocument> m_textDocument;
    JsonHighlighter m_highlighter;
    QColor m_keyColor;
    QColor m_stringColor;
    QColor m_numberColor;
    QColor m_booleanColor;
    QColor m_nullColor;
    QColor m_variableColor;
    QColor m_problemColor;
    int m_problemPosition = 0;
    int m_problemLength = 0;
    int m_lineHeight = 0;
    bool m_highlights = true;
};

} // namespace Switchboard::App
