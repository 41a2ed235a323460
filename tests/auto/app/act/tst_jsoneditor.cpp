// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/jsoneditor.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QtTest>

using namespace Switchboard::App;

class tst_JsonEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void indents_data();
    void indents();
    void pairs_data();
    void pairs();
    void takesPairsAway();
    void undoesInOneStep();
    void colours();
    void keepsLineHeight();

private:
    void put(const QString &text) { m_document->setPlainText(text); }

    QColor colourAt(int position) const;

    std::unique_ptr<QQmlEngine> m_engine;
    std::unique_ptr<QObject> m_area;
    std::unique_ptr<JsonEditor> m_editor;
    QTextDocument *m_document = nullptr;
};

void tst_JsonEditor::init()
{
    m_editor.reset();
    m_area.reset();
    m_engine = std::make_unique<QQmlEngine>();
    QQmlComponent component(m_engine.get());
    component.setData("import QtQuick\nTextEdit {}", {});
    m_area.reset(component.create());
    QVERIFY(m_area);
    auto *textDocument = m_area->property("textDocument").value<QQuickTextDocument *>();
    m_document = textDocument->textDocument();
    m_editor = std::make_unique<JsonEditor>();
    m_editor->setTextDocument(textDocument);
}

void tst_JsonEditor::indents_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("result");
    QTest::addColumn<int>("cursor");
    QTest::newRow("keeps the line's") << "  1" << 3 << "  1\n  " << 6;
    QTest::newRow("one more behind a bracket") << "{" << 1 << "{\n  " << 4;
    QTest::newRow("closes on its own line") << "{}" << 1 << "{\n  \n}" << 4;
    QTest::newRow("nested") << "  []" << 3 << "  [\n    \n  ]" << 8;
    QTest::newRow("plain") << "1" << 0 << "\n1" << 1;
}

void tst_JsonEditor::indents()
{
    QFETCH(QString, text);
    QFETCH(int, at);
    put(text);
    QTEST(m_editor->newLine(at, at), "cursor");
    QTEST(m_document->toPlainText(), "result");
}

void tst_JsonEditor::pairs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("character");
    QTest::addColumn<QString>("result");
    QTest::addColumn<int>("cursor");
    QTest::newRow("brace") << "" << 0 << 0 << "{"
                           << "{}" << 1;
    QTest::newRow("quote") << "" << 0 << 0 << "\""
                           << "\"\"" << 1;
    QTest::newRow("before a comma") << ",1" << 0 << 0 << "["
                                    << "[],1" << 1;
    QTest::newRow("before a word") << "a" << 0 << 0 << "\""
                                   << "a" << -1;
    QTest::newRow("behind a backslash") << "\"\\" << 2 << 2 << "\""
                                        << "\"\\" << -1;
    QTest::newRow("steps over") << "{}" << 1 << 1 << "}"
                                << "{}" << 2;
    QTest::newRow("steps over a quote") << "\"\"" << 1 << 1 << "\""
                                        << "\"\"" << 2;
    QTest::newRow("around a selection") << "abc" << 0 << 3 << "\""
                                        << "\"abc\"" << 4;
    QTest::newRow("other letters") << "" << 0 << 0 << "x"
                                   << "" << -1;
    QTest::newRow("no letter") << "" << 0 << 0 << ""
                               << "" << -1;
}

void tst_JsonEditor::pairs()
{
    QFETCH(QString, text);
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QString, character);
    put(text);
    QTEST(m_editor->typed(character, from, to), "cursor");
    QTEST(m_document->toPlainText(), "result");
}

void tst_JsonEditor::takesPairsAway()
{
    put(QStringLiteral("a{}"));
    QCOMPARE(m_editor->backspace(1, 1), -1);
    QCOMPARE(m_editor->backspace(0, 0), -1);
    QCOMPARE(m_editor->backspace(2, 2), 1);
    QCOMPARE(m_document->toPlainText(), QStringLiteral("a"));
}

void tst_JsonEditor::undoesInOneStep()
{
    put(QStringLiteral("{}"));
    m_editor->newLine(1, 1);
    m_document->undo();
    QCOMPARE(m_document->toPlainText(), QStringLiteral("{}"));
}

QColor tst_JsonEditor::colourAt(int position) const
{
    const QTextBlock block = m_document->findBlock(position);
    const auto formats = block.layout()->formats();
    for (const QTextLayout::FormatRange &range : formats) {
        const int at = position - block.position();
        if (at >= range.start && at < range.start + range.length) {
            return range.format.foreground().color();
        }
    }
    return {};
}

void tst_JsonEditor::colours()
{
    m_editor->setProperty("keyColor", QColor(Qt::red));
    m_editor->setProperty("stringColor", QColor(Qt::green));
    m_editor->setProperty("numberColor", QColor(Qt::blue));
    m_editor->setProperty("variableColor", QColor(Qt::magenta));
    m_editor->setProperty("problemColor", QColor(Qt::yellow));
    put(QStringLiteral("{\"k\\\"\": \"v\", \"n\": -1.5, \"t\": {{now}}, tru}"));
    QTRY_COMPARE(colourAt(2), QColor(Qt::red));
    QCOMPARE(colourAt(9), QColor(Qt::green));
    QCOMPARE(colourAt(18), QColor(Qt::blue));
    QCOMPARE(colourAt(30), QColor(Qt::magenta));
    m_editor->setProperty("problemPosition", 38);
    m_editor->setProperty("problemLength", 3);
    QCOMPARE(colourAt(39), QColor(Qt::yellow));
    m_editor->setProperty("problemLength", 0);
    QVERIFY(colourAt(39) != QColor(Qt::yellow));
}

void tst_JsonEditor::keepsLineHeight()
{
    m_editor->setLineHeight(22);
    put(QStringLiteral("a\nb"));
    const auto isTall = [this] {
        for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next()) {
            if (int(block.blockFormat().lineHeight()) != 22) {
                return false;
            }
        }
        return true;
    };
    QTRY_VERIFY(isTall());
    m_editor->newLine(1, 1);
    QVERIFY(isTall());
}

QTEST_MAIN(tst_JsonEditor)
#include "tst_jsoneditor.moc"
