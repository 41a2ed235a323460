// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "net/httprequestparser.h"

#include <QTest>

using namespace Switchboard;
using namespace Switchboard::Net;

namespace {

/** What came of one input: every finished request written out, then the error if any. */
QByteArray outcome(const QList<QByteArray> &pieces, const Limits &limits, qsizetype maxBody)
{
    HttpRequestParser parser(limits);
    QByteArray result;
    for (const QByteArray &piece : pieces) {
        QByteArrayView rest(piece);
        for (;;) {
            const auto progress = parser.feed(rest);
            if (progress == HttpRequestParser::Progress::NeedMore) {
                break;
            }
            if (progress == HttpRequestParser::Progress::HeadersDone) {
                parser.setMaxBody(maxBody);
            } else if (progress == HttpRequestParser::Progress::Done) {
                const HttpRequest request = parser.takeRequest();
                result += request.method + ' ' + request.target + '\n';
                for (const HttpHeader &field : request.headers.fields()) {
                    result += field.name + '=' + field.value + '\n';
                }
                result += request.body + '\n';
            } else {
                return result + "error " + QByteArray::number(answerTo(parser.error()).status);
            }
        }
    }
    return result + (parser.isIdle() ? "idle" : "more");
}

QByteArray request(const QByteArray &headers)
{
    return "POST /a HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

} // namespace

class tst_HttpRequestParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void input_data();
    void input();
    void keepsAlive_data();
    void keepsAlive();
    void expectContinue();

    void splitAnywhere_data() { input_data(); }

    void splitAnywhere();
    void bodyLimitIsToldBeforeTheBody();
    void bodyGrowsWithWhatArrives();
};

void tst_HttpRequestParser::input_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray head = "GET / HTTP/1.1\r\nHost: h\r\n";
    const QByteArray longLine = "A: " + QByteArray(1000, 'a') + "\r\n";
    const auto valid = [](const char *rule, const QByteArray &bytes, const QByteArray &expected) {
        QTest::newRow(rule) << bytes << expected;
    };
    valid("simple", head + "\r\n", "GET /\nHost=h\n\nidle");
    valid("query", "GET /a?b=c&d HTTP/1.1\r\nHost: h\r\n\r\n", "GET /a?b=c&d\nHost=h\n\nidle");
    valid("1.0 without Host", "GET / HTTP/1.0\r\n\r\n", "GET /\n\nidle");
    valid("one empty line before", "\r\n" + head + "\r\n", "GET /\nHost=h\n\nidle");
    valid(
        "any method token", "M-SEARCH / HTTP/1.1\r\nHost: h\r\n\r\n", "M-SEARCH /\nHost=h\n\nidle");
    valid("asterisk form", "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", "OPTIONS *\nHost=h\n\nidle");
    valid(
        "white space around value", head + "A: \t x y \t\r\n\r\n", "GET /\nHost=h\nA=x y\n\nidle");
    valid("empty value", head + "A:\r\n\r\n", "GET /\nHost=h\nA=\n\nidle");
    valid("obs-text in value", head + "A: \xE4\r\n\r\n", "GET /\nHost=h\nA=\xE4\n\nidle");
    valid("IPv6 Host", "GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n", "GET /\nHost=[::1]:80\n\nidle");
    valid("Content-Length", request("Content-Length: 3\r\n") + "abc",
        "POST /a\nHost=localhost\nContent-Length=3\nabc\nidle");
    valid("Content-Length 0", request("Content-Length: 0\r\n"),
        "POST /a\nHost=localhost\nContent-Length=0\n\nidle");
    valid("chunked",
        request("Transfer-Encoding: Chunked\r\n")
            + "3\r\nabc\r\nA;x=\"y\"\r\n0123456789\r\n0\r\n\r\n",
        "POST /a\nHost=localhost\nTransfer-Encoding=Chunked\nabc0123456789\nidle");
    valid("trailers are dropped",
        request("Transfer-Encoding: chunked\r\n") + "1\r\na\r\n0\r\nX: y\r\nZ:\r\n\r\n",
        "POST /a\nHost=localhost\nTransfer-Encoding=chunked\na\nidle");
    valid("pipelined", head + "\r\n" + request("Content-Length: 1\r\n") + "x" + head + "\r\n",
        "GET /\nHost=h\n\nPOST /a\nHost=localhost\nContent-Length=1\nx\nGET /\nHost=h\n\nidle");
    valid("body not complete", request("Content-Length: 3\r\n") + "ab", "more");
    valid("100 headers", head + QByteArray("A: b\r\n").repeated(99) + "\r\n",
        "GET /\nHost=h\n" + QByteArray("A=b\n").repeated(99) + "\nidle");

    const auto hostile = [](const char *rule, const QByteArray &bytes, int status) {
        QTest::newRow(rule) << bytes << "error " + QByteArray::number(status);
    };
    hostile("TLS hello", QByteArray("\x16\x03\x01\x02\x00\x01", 6), 400);
    hostile("two empty lines before", "\r\n\r\n" + head + "\r\n", 400);
    hostile("bare LF before", "\n" + head + "\r\n", 400);
    hostile("HTTP/0.9", "GET /\r\n", 400);
    hostile("HTTP/2.0 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    hostile("HTTP/1.2", "GET / HTTP/1.2\r\nHost: h\r\n\r\n", 505);
    hostile("version in lower case", "GET / http/1.1\r\nHost: h\r\n\r\n", 400);
    hostile("version with two digits", "GET / HTTP/1.10\r\nHost: h\r\n\r\n", 400);
    hostile("no target", "GET HTTP/1.1\r\nHost: h\r\n\r\n", 400);
    hostile("two spaces", "GET  / HTTP/1.1\r\nHost: h\r\n\r\n", 400);
    hostile("space in target", "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n", 400);
    hostile("tab for space", "GET\t/\tHTTP/1.1\r\nHost: h\r\n\r\n", 400);
    hostile("space at the end", "GET / HTTP/1.1 \r\nHost: h\r\n\r\n", 400);
    hostile("method not a token", "G(T / HTTP/1.1\r\nHost: h\r\n\r\n", 400);
    hostile("absolute form", "GET http://h/ HTTP/1.1\r\nHost: h\r\n\r\n", 400);
    hostile("CONNECT", "CONNECT h:443 HTTP/1.1\r\nHost: h\r\n\r\n", 400);
    hostile("asterisk for GET", "GET * HTTP/1.1\r\nHost: h\r\n\r\n", 400);
    hostile("fragment", "GET /#a HTTP/1.1\r\nHost: h\r\n\r\n", 400);
    hostile("NUL in target", QByteArray("GET /\0 HTTP/1.1\r\nHost: h\r\n\r\n", 28), 400);
    hostile("8 bit target", "GET /\xE4 HTTP/1.1\r\nHost: h\r\n\r\n", 400);
    hostile("bare LF after request line", "GET / HTTP/1.1\nHost: h\r\n\r\n", 400);
    hostile("bare CR in request line", "GET /\r HTTP/1.1\r\nHost: h\r\n\r\n", 400);
    hostile("bare LF in headers", "GET / HTTP/1.1\r\nHost: h\n\r\n", 400);
    hostile("bare CR in headers", head + "A: b\rC: d\r\n\r\n", 400);
    hostile("CR CR LF", head + "A: b\r\r\n\r\n", 400);
    hostile("bare LF ends headers", head + "\n", 400);
    hostile("NUL in value", head + QByteArray("A: \0\r\n\r\n", 8), 400);
    hostile("DEL in value", head + "A: \x7F\r\n\r\n", 400);
    hostile("no colon", head + "A\r\n\r\n", 400);
    hostile("no name", head + ": b\r\n\r\n", 400);
    hostile("space before colon", head + "A : b\r\n\r\n", 400);
    hostile("tab before colon", head + "A\t: b\r\n\r\n", 400);
    hostile("space in name", head + "A B: b\r\n\r\n", 400);
    hostile("folded line", head + "A: b\r\n c\r\n\r\n", 400);
    hostile("folded with colon", head + "A: b\r\n c: d\r\n\r\n", 400);
    hostile("space before the first header", "GET / HTTP/1.1\r\n Host: h\r\n\r\n", 400);
    hostile("8 bit name", head + "\xE4: b\r\n\r\n", 400);
    hostile("no Host", "GET / HTTP/1.1\r\n\r\n", 400);
    hostile("two Hosts", head + "Host: h\r\n\r\n", 400);
    hostile("two Hosts in 1.0", "GET / HTTP/1.0\r\nHost: h\r\nHost: h\r\n\r\n", 400);
    hostile("empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400);
    hostile("Host with user", "GET / HTTP/1.1\r\nHost: a@h\r\n\r\n", 400);
    hostile("Host with path", "GET / HTTP/1.1\r\nHost: h/x\r\n\r\n", 400);
    hostile("Host list", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", 400);
    hostile("Host with bad port", "GET / HTTP/1.1\r\nHost: h:70000\r\n\r\n", 400);
    hostile("two lengths", request("Content-Length: 3\r\nContent-Length: 4\r\n") + "abc", 400);
    hostile("two same lengths", request("Content-Length: 3\r\nContent-Length: 3\r\n") + "abc", 400);
    hostile("length list", request("Content-Length: 3, 3\r\n") + "abc", 400);
    hostile("length with plus", request("Content-Length: +3\r\n") + "abc", 400);
    hostile("negative length", request("Content-Length: -3\r\n") + "abc", 400);
    hostile("hexadecimal length", request("Content-Length: 0x3\r\n") + "abc", 400);
    hostile("empty length", request("Content-Length:\r\n"), 400);
    hostile("length with underscore", request("Content-Length: 1_0\r\n"), 400);
    hostile("length over the limit", request("Content-Length: 101\r\n"), 413);
    hostile("length beyond 64 bits", request("Content-Length: 99999999999999999999\r\n"), 413);
    hostile(
        "length and coding", request("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"), 400);
    hostile(
        "coding and length", request("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n"), 400);
    hostile(
        "coding in 1.0", "POST / HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    hostile("two codings", request("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
        501);
    hostile("coding list", request("Transfer-Encoding: gzip, chunked\r\n"), 501);
    hostile("chunked not last", request("Transfer-Encoding: chunked, identity\r\n"), 501);
    hostile("almost chunked", request("Transfer-Encoding: xchunked\r\n"), 501);
    hostile("chunked with vertical tab",
        request("Transfer-Encoding: \x0B"
                "chunked\r\n"),
        400);
    hostile("empty coding", request("Transfer-Encoding:\r\n"), 501);
    const QByteArray chunked = request("Transfer-Encoding: chunked\r\n");
    hostile("chunk size not hexadecimal", chunked + "g\r\n", 400);
    hostile("chunk size empty", chunked + "\r\n", 400);
    hostile("chunk size with 0x", chunked + "0x1\r\na\r\n", 400);
    hostile("chunk size with sign", chunked + "+1\r\na\r\n", 400);
    hostile("chunk size with space", chunked + "1 \r\na\r\n", 400);
    hostile("chunk size with bare LF", chunked + "1\na\r\n", 400);
    hostile("chunk size beyond 64 bits", chunked + "fffffffffffffffff\r\n", 413);
    hostile("chunk over the limit", chunked + "65\r\n", 413);
    hostile("chunks over the limit", chunked + "64\r\n" + QByteArray(100, 'a') + "\r\n1\r\n", 413);
    hostile("chunk too long", chunked + "1\r\nab\r\n", 400);
    hostile("chunk without CR", chunked + "1\r\na\n", 400);
    hostile("chunk extension with LF", chunked + "1;a\nb\r\na\r\n", 400);
    hostile("chunk extension too long", chunked + "1;" + QByteArray(300, 'x'), 400);
    hostile("folded trailer", chunked + "0\r\n a: b\r\n\r\n", 400);
    hostile("trailer with bare LF", chunked + "0\r\na: b\n\r\n", 400);
    hostile("trailers too large",
        chunked + "0\r\n" + QByteArray("a: 0123456789\r\n").repeated(1200), 431);
    hostile("unknown expectation", request("Expect: 200-ok\r\n"), 417);
    hostile("request line too long", "GET /" + QByteArray(9000, 'a'), 414);
    hostile("header line too long", head + "A: " + QByteArray(17'000, 'a'), 431);
    hostile("headers too large", head + longLine.repeated(20), 431);
    hostile("101 headers", head + QByteArray("A: b\r\n").repeated(100) + "\r\n", 431);
    // CVE-2024-37890: too many headers must not hide the one that counts.
    hostile("2000 headers before Upgrade",
        head + QByteArray("x:\r\n").repeated(2000) + "Upgrade: websocket\r\n\r\n", 431);
    hostile("method without end", QByteArray(9000, 'A'), 414);
    QTest::newRow("error after a good one") << head + "\r\n" + "BAD\r\n"
                                            << QByteArray("GET /\nHost=h\n\nerror 400");
}

void tst_HttpRequestParser::input()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    QCOMPARE(outcome({bytes}, Limits(), 100), expected);
}

void tst_HttpRequestParser::splitAnywhere()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    QList<QByteArray> single;
    for (const char byte : std::as_const(bytes)) {
        single.append(QByteArray(1, byte));
    }
    QCOMPARE(outcome(single, Limits(), 100), expected);
    // Long rows repeat themselves; their first cuts tell as much as all of them.
    const qsizetype cuts = std::min<qsizetype>(bytes.size(), 400);
    for (qsizetype at = 0; at <= cuts; ++at) {
        QCOMPARE(outcome({bytes.first(at), bytes.sliced(at)}, Limits(), 100), expected);
    }
}

void tst_HttpRequestParser::keepsAlive_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("expected");
    QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n\r\n") << true;
    QTest::newRow("1.1 close") << QByteArray(
        "GET / HTTP/1.1\r\nHost: h\r\nConnection: Foo, Close\r\n\r\n")
                               << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
    QTest::newRow("1.0 keep-alive")
        << QByteArray("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n") << true;
}

void tst_HttpRequestParser::keepsAlive()
{
    QFETCH(QByteArray, bytes);
    const Limits limits;
    HttpRequestParser parser(limits);
    QByteArrayView rest(bytes);
    QCOMPARE(parser.feed(rest), HttpRequestParser::Progress::HeadersDone);
    QTEST(parser.keepsAlive(), "expected");
}

void tst_HttpRequestParser::expectContinue()
{
    const Limits limits;
    HttpRequestParser parser(limits);
    const QByteArray bytes = request("Content-Length: 3\r\nExpect: 100-Continue\r\n");
    QByteArrayView rest(bytes);
    QCOMPARE(parser.feed(rest), HttpRequestParser::Progress::HeadersDone);
    QVERIFY(parser.expectsContinue());
    QVERIFY(parser.expectsBody());
    parser.setMaxBody(3);
    QByteArrayView body("abc");
    QCOMPARE(parser.feed(body), HttpRequestParser::Progress::Done);
    parser.takeRequest();
    QVERIFY(!parser.expectsContinue());
}

void tst_HttpRequestParser::bodyLimitIsToldBeforeTheBody()
{
    const Limits limits;
    HttpRequestParser parser(limits);
    const QByteArray bytes = request("Content-Length: 4\r\n") + "abcd";
    QByteArrayView rest(bytes);
    QCOMPARE(parser.feed(rest), HttpRequestParser::Progress::HeadersDone);
    QCOMPARE(rest, QByteArrayView("abcd"));
    parser.setMaxBody(3);
    QVERIFY(!parser.expectsBody());
    QCOMPARE(parser.feed(rest), HttpRequestParser::Progress::Failed);
    QCOMPARE(parser.error(), HttpError::BodyTooLarge);
}

void tst_HttpRequestParser::bodyGrowsWithWhatArrives()
{
    const Limits limits;
    HttpRequestParser parser(limits);
    const QByteArray bytes = request("Content-Length: 1000000000\r\n") + "a";
    QByteArrayView rest(bytes);
    QCOMPARE(parser.feed(rest), HttpRequestParser::Progress::HeadersDone);
    parser.setMaxBody(2'000'000'000);
    QCOMPARE(parser.feed(rest), HttpRequestParser::Progress::NeedMore);
    QVERIFY(parser.request().body.capacity() < 1024);
}

QTEST_GUILESS_MAIN(tst_HttpRequestParser)

#include "tst_httprequestparser.moc"
