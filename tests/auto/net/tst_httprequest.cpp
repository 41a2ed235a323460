// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/httprequest.h"

#include <QTest>

using namespace Switchboard::Net;

class tst_HttpRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headers();
    void tokens_data();
    void tokens();
    void target();
    void queryValues_data();
    void queryValues();
    void queryItemsInOrder();
};

void tst_HttpRequest::headers()
{
    HttpHeaders headers;
    headers.append("Cookie", "a=1");
    headers.append("COOKIE", "b=2");
    QCOMPARE(headers.value("cookie"), QByteArrayView("a=1"));
    QCOMPARE(headers.count("Cookie"), 2);
    QVERIFY(headers.contains("cOOKIE"));
    QVERIFY(!headers.contains("Cooki"));
    QVERIFY(headers.value("X").isEmpty());
}

void tst_HttpRequest::tokens_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("expected");
    QTest::newRow("alone") << QByteArray("upgrade") << true;
    QTest::newRow("other case") << QByteArray("UpGrade") << true;
    QTest::newRow("in a list") << QByteArray("keep-alive ,\tUpgrade , x") << true;
    QTest::newRow("prefix") << QByteArray("upgraded") << false;
    QTest::newRow("inside") << QByteArray("no-upgrade") << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("commas") << QByteArray(",,,") << false;
}

void tst_HttpRequest::tokens()
{
    QFETCH(QByteArray, value);
    HttpHeaders headers;
    headers.append("Connection", "close");
    headers.append("Connection", value);
    QTEST(headers.hasToken("connection", "upgrade"), "expected");
}

void tst_HttpRequest::target()
{
    HttpRequest request;
    request.target = "/a%20b?c=d?e";
    QCOMPARE(request.path(), QByteArrayView("/a%20b"));
    QCOMPARE(request.query(), QByteArrayView("c=d?e"));
    request.target = "/";
    QCOMPARE(request.path(), QByteArrayView("/"));
    QVERIFY(request.query().isEmpty());
}

void tst_HttpRequest::queryValues_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<bool>("has");
    QTest::newRow("plain") << QByteArray("a=1&sid=x") << QByteArray("x") << true;
    QTest::newRow("first wins") << QByteArray("sid=1&sid=2") << QByteArray("1") << true;
    QTest::newRow("no value") << QByteArray("sid") << QByteArray() << true;
    QTest::newRow("escaped") << QByteArray("sid=%41%2b+b") << QByteArray("A+ b") << true;
    QTest::newRow("escaped name") << QByteArray("%73id=1") << QByteArray("1") << true;
    QTest::newRow("bad escapes stay") << QByteArray("sid=%4&x=%") << QByteArray("%4") << true;
    QTest::newRow("bad digit stays") << QByteArray("sid=%4g%") << QByteArray("%4g%") << true;
    QTest::newRow("equals in value") << QByteArray("sid=a=b") << QByteArray("a=b") << true;
    QTest::newRow("empty items") << QByteArray("&&sid=1&") << QByteArray("1") << true;
    QTest::newRow("missing") << QByteArray("sidx=1&xsid=2") << QByteArray() << false;
    QTest::newRow("empty") << QByteArray() << QByteArray() << false;
}

void tst_HttpRequest::queryValues()
{
    QFETCH(QByteArray, query);
    QTEST(queryValue(query, "sid"), "expected");
    QTEST(queryHas(query, "sid"), "has");
}

void tst_HttpRequest::queryItemsInOrder()
{
    const QList<std::pair<QByteArray, QByteArray>> expected{{"b", "1"}, {"a", ""}, {"b", "2 3"}};
    QCOMPARE(queryItems("b=1&a&b=2%203"), expected);
}

QTEST_GUILESS_MAIN(tst_HttpRequest)

#include "tst_httprequest.moc"
