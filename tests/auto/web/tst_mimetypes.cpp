// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "web/mimetypes.h"

#include <QTest>

using namespace Switchboard;

class tst_MimeTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void type_data();
    void type();
    void onlyUnknownIsDownloaded();
};

void tst_MimeTypes::type_data()
{
    QTest::addColumn<QByteArray>("fileName");
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char *name, const char *fileName, const char *expected) {
        QTest::newRow(name) << QByteArray(fileName) << QByteArray(expected);
    };
    row("page", "index.html", "text/html; charset=utf-8");
    row("script", "chat.js", "text/javascript; charset=utf-8");
    row("first of the table", "a.aac", "audio/aac");
    row("last of the table", "a.zip", "application/zip");
    row("upper case", "LOGO.PNG", "image/png");
    row("last extension decides", "page.html.txt", "text/plain; charset=utf-8");
    row("no extension", "README", "application/octet-stream");
    row("unknown extension", "a.exe", "application/octet-stream");
    row("dot at the end", "page.html.", "application/octet-stream");
    row("extension alone is a name", ".html", "application/octet-stream");
    row("empty", "", "application/octet-stream");
}

void tst_MimeTypes::type()
{
    QFETCH(QByteArray, fileName);
    QFETCH(QByteArray, expected);
    QCOMPARE(Web::contentType(fileName), expected);
}

void tst_MimeTypes::onlyUnknownIsDownloaded()
{
    QVERIFY(Web::isDownload(Web::contentType("a.exe")));
    QVERIFY(!Web::isDownload(Web::contentType("a.html")));
}

QTEST_APPLESS_MAIN(tst_MimeTypes)
#include "tst_mimetypes.moc"
