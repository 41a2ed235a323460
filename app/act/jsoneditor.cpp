// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/jsoneditor.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <array>

namespace Switchboard::App {

namespace {

constexpr auto indentStep = u"  ";

struct Pair
{
    char16_t open;
    char16_t close;
};

constexpr std::array pairs{Pair{u'{', u'}'}, Pair{u'[', u']'}, Pair{u'"', u'"'}};

QString indentationOf(const QString &line)
{
    const auto end = std::find_if(line.begin(), line.end(), [](QChar c) { return c != u' '; });
    return line.first(end - line.begin());
}

/** A closing partner is wanted only where nothing else begins right behind it. */
bool isFreeBehind(QChar next)
{
    return next.isNull() || next.isSpace() || next == QChar::ParagraphSeparator || next == u','
        || next == u'}' || next == u']' || next == u':';
}

} // namespace

JsonEditor::JsonEditor(QObject *parent)
    : QObject(parent)
    , m_highlighter(static_cast<QTextDocument *>(nullptr))
{
    connect(this, &JsonEditor::lookChanged, this, &JsonEditor::applyLook);
    connect(this, &JsonEditor::problemChanged, this,
        [this] { m_highlighter.setProblem(m_problemPosition, m_problemLength); });
}

JsonEditor::~JsonEditor() = default;

QTextDocument *JsonEditor::document() const
{
    return m_textDocument ? m_textDocument->textDocument() : nullptr;
}

void JsonEditor::setTextDocument(QQuickTextDocument *textDocument)
{
    if (textDocument == m_textDocument) {
        return;
    }
    m_textDocument = textDocument;
    if (QTextDocument *text = document()) {
        connect(text, &QTextDocument::contentsChange, this, [this](int position, int, int added) {
            const QTextBlock block = document()->findBlock(position);
            const bool isNew = added > 0 && int(block.blockFormat().lineHeight()) != m_lineHeight;
            if (isNew) {
                // Not now: the document is in the middle of its change.
                QMetaObject::invokeMethod(this, &JsonEditor::applyLineHeight, Qt::QueuedConnection);
            }
        });
    }
    applyLook();
    applyLineHeight();
    Q_EMIT textDocumentChanged();
}

void JsonEditor::setHighlights(bool on)
{
    if (on != m_highlights) {
        m_highlights = on;
        Q_EMIT lookChanged();
    }
}

void JsonEditor::setLineHeight(int pixels)
{
    if (pixels != m_lineHeight) {
        m_lineHeight = pixels;
        applyLineHeight();
        Q_EMIT lineHeightChanged();
    }
}

void JsonEditor::applyLook()
{
    m_highlighter.setDocument(m_highlights ? document() : nullptr);
    m_highlighter.setColors({m_keyColor, m_stringColor, m_numberColor, m_booleanColor, m_nullColor,
        m_variableColor, m_problemColor});
}

void JsonEditor::applyLineHeight()
{
    QTextDocument *text = document();
    if (!text || m_lineHeight == 0
        || int(text->firstBlock().blockFormat().lineHeight()) == m_lineHeight) {
        return;
    }
    QTextBlockFormat format;
    format.setLineHeight(m_lineHeight, QTextBlockFormat::FixedHeight);
    QTextCursor all(text);
    all.select(QTextCursor::Document);
    // Undo goes back over the text and takes its look with it.
    all.joinPreviousEditBlock();
    all.mergeBlockFormat(format);
    all.endEditBlock();
}

QTextCursor JsonEditor::select(int start, int end) const
{
    QTextCursor cursor(document());
    cursor.setPosition(start);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    return cursor;
}

int JsonEditor::newLine(int selectionStart, int selectionEnd)
{
    QTextCursor cursor = select(selectionStart, selectionEnd);
    const QString line = document()->findBlock(selectionStart).text();
    const QString indentation = indentationOf(line);
    const QChar before = document()->characterAt(selectionStart - 1);
    const QChar after = document()->characterAt(selectionEnd);
    const bool isOpened = before == u'{' || before == u'[';
    const bool isClosed = isOpened && (after == u'}' || after == u']');
    cursor.beginEditBlock();
    cursor.insertText(u'\n' + indentation + (isOpened ? QStringView(indentStep) : QStringView()));
    const int position = cursor.position();
    if (isClosed) {
        cursor.insertText(u'\n' + indentation);
    }
    cursor.endEditBlock();
    return position;
}

int JsonEditor::tab(int selectionStart, int selectionEnd)
{
    QTextCursor cursor = select(selectionStart, selectionEnd);
    cursor.insertText(QString::fromUtf16(indentStep));
    return cursor.position();
}

int JsonEditor::typed(const QString &character, int selectionStart, int selectionEnd)
{
    if (character.size() != 1) {
        return -1;
    }
    const char16_t unit = character.front().unicode();
    const QChar next = document()->characterAt(selectionEnd);
    const bool isSelection = selectionStart != selectionEnd;
    const bool isClosing = std::any_of(
        pairs.begin(), pairs.end(), [unit](const Pair &pair) { return pair.close == unit; });
    if (isClosing && !isSelection && next == unit) {
        return selectionEnd + 1;
    }
    const auto pair = std::find_if(pairs.begin(), pairs.end(),
        [unit](const Pair &candidate) { return candidate.open == unit; });
    const bool isEscaped = document()->characterAt(selectionStart - 1) == u'\\';
    if (pair == pairs.end() || isEscaped || (!isSelection && !isFreeBehind(next))) {
        return -1;
    }
    QTextCursor cursor = select(selectionStart, selectionEnd);
    const QString inner = cursor.selectedText().replace(QChar::ParagraphSeparator, u'\n');
    cursor.insertText(QChar(pair->open) + inner + QChar(pair->close));
    return cursor.position() - 1;
}

int JsonEditor::backspace(int selectionStart, int selectionEnd)
{
    const QChar before = document()->characterAt(selectionStart - 1);
    const QChar after = document()->characterAt(selectionStart);
    const bool isPair = selectionStart == selectionEnd && selectionStart > 0
        && std::any_of(pairs.begin(), pairs.end(),
            [&](const Pair &pair) { return before == pair.open && after == pair.close; });
    if (!isPair) {
        return -1;
    }
    select(selectionStart - 1, selectionStart + 1).removeSelectedText();
    return selectionStart - 1;
}

} // namespace Switchboard::App
