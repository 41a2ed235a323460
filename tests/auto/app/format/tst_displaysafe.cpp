// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "format/displaysafe.h"

#include <QtTest>

using namespace Switchboard::App;

class tst_DisplaySafe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden_data();
    void golden();
    void textAndBytesAgree();
    void loneSurrogatesInText();
    void bounded_data();
    void bounded();
    void outputIsAlwaysSafe();
};

void tst_DisplaySafe::golden_data()
{
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QString>("out");

    const auto row = [](const char *name, const QByteArray &in, const QString &out) {
        QTest::newRow(name) << in << out;
    };
    const auto same = [&](const char *name, const QByteArray &text) {
        row(name, text, QString::fromUtf8(text));
    };

    same("plain", "chat:message");
    same("empty", "");
    same("accents", "Grüße, señor");
    same("CJK", "日本語");
    same("Arabic keeps its own direction", "مرحبا");
    same("emoji", "😀");
    same("emoji with variation selector", "❤️");
    same("composed accents", "e\u0301");
    same("eight marks", "a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307");

    // Markup stays as it is: the items that show it read none (F1, F2).
    same("image tag", "<img src=a>");
    same("image tag with address", "<img src='http://127.0.0.1:1/x'>");
    same("link", "<a href='file:///etc/passwd'>x</a>");
    same("style", "<style>*{color:red}</style>");
    same("bold", "<b>x</b>");
    same("entity", "&lt;b&gt;");
    same("Markdown image", "![x](http://127.0.0.1/x)");
    same("Markdown heading", "# x");
    same("mnemonic", "&File && &Exit");
    same("place holders", "%1 %2 %n %L1");
    same("printf", "%s%s%n%x");
    same("data address", "data:image/png;base64,AAAA");
    same("provider address", "image://icon/x");
    same("file address", "file:///etc/passwd");
    same("resource address", "qrc:/qt/qml/Main.qml");
    same("script address", "javascript:alert(1)");
    same("formula", "=HYPERLINK(\"http://x\")");
    same("path", "../../etc/passwd");
    same("QML", "Qt.quit()");
    same("SQL", "'; DROP TABLE x; --");
    same("shell", "$(reboot)");

    row("NUL", QByteArray("a\0b", 3), QStringLiteral("a␀b"));
    row("newline", "a\nb", QStringLiteral("a␊b"));
    row("carriage return", "a\r\nb", QStringLiteral("a␍␊b"));
    row("tab", "a\tb", QStringLiteral("a␉b"));
    row("escape sequence", "\x1b[31m", QStringLiteral("␛[31m"));
    row("backspace", "a\bb", QStringLiteral("a␈b"));
    row("bell", "\a", QStringLiteral("␇"));
    row("delete", "\x7f", QStringLiteral("␡"));
    row("C1 next line", "\xc2\x85", QStringLiteral("<U+0085>"));
    row("C1 control sequence", "\xc2\x9b", QStringLiteral("<U+009B>"));
    row("line separator", "a\u2028b", QStringLiteral("a<U+2028>b"));
    row("paragraph separator", "a\u2029b", QStringLiteral("a<U+2029>b"));
    row("right-to-left override", "\u202Egnp.exe", QStringLiteral("<U+202E>gnp.exe"));
    row("left-to-right override", "\u202D", QStringLiteral("<U+202D>"));
    row("embedding and its end", "\u202Ax\u202C", QStringLiteral("<U+202A>x<U+202C>"));
    row("isolates", "\u2066x\u2069", QStringLiteral("<U+2066>x<U+2069>"));
    row("left-to-right mark", "\u200E", QStringLiteral("<U+200E>"));
    row("right-to-left mark", "\u200F", QStringLiteral("<U+200F>"));
    row("Arabic letter mark", "\u061C", QStringLiteral("<U+061C>"));
    row("zero-width space", "ad\u200Bmin", QStringLiteral("ad<U+200B>min"));
    row("zero-width joiner", "a\u200Db", QStringLiteral("a<U+200D>b"));
    row("word joiner", "a\u2060b", QStringLiteral("a<U+2060>b"));
    row("byte order mark", "\uFEFFx", QStringLiteral("<U+FEFF>x"));
    row("soft hyphen", "ad\u00ADmin", QStringLiteral("ad<U+00AD>min"));
    row("tag character", "\U000E0041", QStringLiteral("<U+E0041>"));
    row("Hangul filler", "a\u3164b", QStringLiteral("a<U+3164>b"));
    row("interlinear annotation", "\uFFF9", QStringLiteral("<U+FFF9>"));
    row("zalgo", "a" + QByteArray("\u0300").repeated(50),
        QStringLiteral("a") + QString(8, QChar(0x300)));
    row("stray continuation",
        "a\x80"
        "b",
        QStringLiteral("a\uFFFDb"));
    row("cut sequence at the end", "a\xe2\x82", QStringLiteral("a\uFFFD\uFFFD"));
    row("overlong slash", "\xc0\xaf", QStringLiteral("\uFFFD\uFFFD"));
    row("surrogate in UTF-8", "\xed\xa0\x80", QStringLiteral("\uFFFD\uFFFD\uFFFD"));
    row("beyond Unicode", "\xf4\x90\x80\x80", QStringLiteral("\uFFFD\uFFFD\uFFFD\uFFFD"));
    row("impossible byte", "\xff", QStringLiteral("\uFFFD"));
}

void tst_DisplaySafe::golden()
{
    QFETCH(QByteArray, in);
    QFETCH(QString, out);
    QCOMPARE(displaySafe(in, 1000), out);
}

void tst_DisplaySafe::textAndBytesAgree()
{
    const QString text = QStringLiteral("a\u202Eb\u0000c😀\u0300é");
    QCOMPARE(
        displaySafe(QStringView(text), 1000), displaySafe(QByteArrayView(text.toUtf8()), 1000));
}

void tst_DisplaySafe::loneSurrogatesInText()
{
    const QString first = QString(QChar(0xD800)) + QLatin1Char('x');
    const QString second{QChar(0xDC00)};
    QCOMPARE(displaySafe(first, 10), QStringLiteral("\uFFFDx"));
    QCOMPARE(displaySafe(second, 10), QStringLiteral("\uFFFD"));
}

void tst_DisplaySafe::bounded_data()
{
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QString>("out");
    QTest::newRow("exactly full") << QByteArray("abcd") << QStringLiteral("abcd");
    QTest::newRow("one more") << QByteArray("abcde") << QStringLiteral("abcd… (5 bytes)");
    QTest::newRow("no half pair") << QByteArray("abc😀") << QStringLiteral("abc… (7 bytes)");
    QTest::newRow("no half escape") << QByteArray("a\u202E") << QStringLiteral("a… (4 bytes)");
    QTest::newRow("a million") << QByteArray(1'000'000, 'A')
                               << QStringLiteral("AAAA… (1000000 bytes)");
    QTest::newRow("lines") << QByteArray("\n").repeated(100'000)
                           << QStringLiteral("␊␊␊␊… (100000 bytes)");
}

void tst_DisplaySafe::bounded()
{
    QFETCH(QByteArray, in);
    QFETCH(QString, out);
    QCOMPARE(displaySafe(in, 4), out);
    QCOMPARE(displaySafe(QString::fromUtf8(in), 4), out);
}

void tst_DisplaySafe::outputIsAlwaysSafe()
{
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) {
            continue;
        }
        const QString shown = displaySafe(QStringView(QChar::fromUcs4(c)), 100);
        const auto codes = shown.toUcs4();
        for (const uint code : codes) {
            const QChar::Category category = QChar::category(code);
            if (category == QChar::Other_Control || category == QChar::Other_Format
                || category == QChar::Separator_Line || category == QChar::Separator_Paragraph
                || category == QChar::Other_Surrogate) {
                QFAIL(qPrintable(QStringLiteral("U+%1 shows U+%2").arg(c, 4, 16).arg(code, 4, 16)));
            }
        }
    }
}

QTEST_APPLESS_MAIN(tst_DisplaySafe)
#include "tst_displaysafe.moc"
