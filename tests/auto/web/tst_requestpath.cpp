// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "web/requestpath.h"

#include <QTest>

using namespace Switchboard;

class tst_RequestPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
    void everyByteAlone();
};

void tst_RequestPath::accepted_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::addColumn<QByteArray>("segments");
    QTest::addColumn<bool>("isFolder");

    QTest::newRow("root") << QByteArray("/") << QByteArray() << true;
    QTest::newRow("file") << QByteArray("/a.js") << QByteArray("a.js") << false;
    QTest::newRow("nested") << QByteArray("/a/b/c.js") << QByteArray("a|b|c.js") << false;
    QTest::newRow("folder") << QByteArray("/a/b/") << QByteArray("a|b") << true;
    QTest::newRow("escaped space") << QByteArray("/a%20b") << QByteArray("a b") << false;
    QTest::newRow("escaped UTF-8") << QByteArray("/%C3%A9") << QByteArray("é") << false;
    QTest::newRow("escaped percent is not decoded twice")
        << QByteArray("/%252e%252e/a") << QByteArray("%2e%2e|a") << false;
    QTest::newRow("dots inside a name") << QByteArray("/a..b") << QByteArray("a..b") << false;
}

void tst_RequestPath::accepted()
{
    QFETCH(QByteArray, encoded);
    QFETCH(QByteArray, segments);
    QFETCH(bool, isFolder);
    const auto path = Web::parseRequestPath(encoded);
    QVERIFY(path.has_value());
    QCOMPARE(path->segments.join('|'), segments);
    QCOMPARE(path->isFolder, isFolder);
}

void tst_RequestPath::refused_data()
{
    QTest::addColumn<QByteArray>("encoded");

    const auto row
        = [](const char *name, const QByteArray &encoded) { QTest::newRow(name) << encoded; };
    row("empty", "");
    row("relative", "a");
    row("asterisk form", "*");
    row("parent", "/..");
    row("parent in the middle", "/a/../b");
    row("current", "/a/./b");
    row("escaped parent", "/%2e%2e/etc/passwd");
    row("half escaped parent", "/.%2e/etc/passwd");
    row("escaped slashes", "/..%2f..%2fetc%2fpasswd");
    row("escaped slash joins an empty segment", "/%2fetc/passwd");
    row("backslash", "/..\\..\\etc");
    row("escaped backslash", "/..%5c..%5cetc");
    row("empty segment", "/a//b");
    row("two slashes", "//");
    row("two slashes and a host", "//evil.test/");
    row("hidden file", "/.git/config");
    row("hidden file below", "/a/.env");
    row("escaped hidden file", "/%2eenv");
    row("NUL", "/a%00.html");
    row("newline", "/a%0d%0aSet-Cookie:x");
    row("delete", "/a%7f");
    row("raw control", QByteArray("/a\tb"));
    row("overlong slash", "/..%c0%af..%c0%afetc");
    row("overlong dot", "/%c0%ae%c0%ae/");
    row("lone continuation", "/%80");
    row("surrogate", "/%ed%a0%80");
    row("broken escape", "/%zz");
    row("escape cut off", "/%2");
    row("escape sign at the end", "/%");
    row("IIS unicode escape", "/%u002e%u002e/");
}

void tst_RequestPath::refused()
{
    QFETCH(QByteArray, encoded);
    QVERIFY(!Web::parseRequestPath(encoded));
}

void tst_RequestPath::everyByteAlone()
{
    for (int byte = 0; byte < 256; ++byte) {
        const QByteArray path = "/%" + QByteArray(1, char(byte)).toHex();
        const bool expected = byte >= 0x20 && byte < 0x7f && byte != '\\' && byte != '.';
        // An escaped slash makes "//", an empty segment.
        QCOMPARE(Web::parseRequestPath(path).has_value(), expected && byte != '/');
    }
}

QTEST_APPLESS_MAIN(tst_RequestPath)
#include "tst_requestpath.moc"
