// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "redis/command.h"
#include "redis/replyreader.h"

#include <QTest>

using namespace Switchboard::Redis;

namespace {

/** A reply as one line of text, to compare. */
QByteArray describe(const Reply &reply)
{
    switch (reply.type) {
    case Reply::Type::Nil:
        return "nil";
    case Reply::Type::Status:
        return "+" + reply.text;
    case Reply::Type::Error:
        return "-" + reply.text;
    case Reply::Type::Integer:
        return QByteArray::number(reply.integer);
    case Reply::Type::Text:
        return "'" + reply.text + "'";
    case Reply::Type::Array:
        break;
    }
    QByteArrayList items;
    for (const Reply &item : reply.items) {
        items.append(describe(item));
    }
    return "[" + items.join(' ') + "]";
}

/** All replies of @p bytes fed in pieces of @p step. */
QByteArray readAll(ReplyReader &reader, const QByteArray &bytes, qsizetype step)
{
    QByteArrayList replies;
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        reader.feed(bytes.mid(at, step));
        while (const auto reply = reader.next()) {
            replies.append(describe(*reply));
        }
    }
    return replies.join(' ');
}

QByteArray nested(int depth)
{
    return QByteArray("*1\r\n").repeated(depth) + ":7\r\n";
}

} // namespace

class tst_ReplyReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void reads_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &expected) {
            QTest::newRow(name) << bytes << expected;
        };
        row("status", "+OK\r\n", "+OK");
        row("error", "-ERR no\r\n", "-ERR no");
        row("integer", ":-12\r\n", "-12");
        row("text", "$5\r\nhello\r\n", "'hello'");
        row("empty text", "$0\r\n\r\n", "''");
        row("line ends inside text", "$4\r\n\r\n*1\r\n", "'\r\n*1'");
        row("nil text", "$-1\r\n", "nil");
        row("nil array", "*-1\r\n", "nil");
        row("empty array", "*0\r\n", "[]");
        row("array", "*3\r\n$7\r\nmessage\r\n$1\r\na\r\n$2\r\nhi\r\n", "['message' 'a' 'hi']");
        row("nil and empty array as items", "*3\r\n*0\r\n$-1\r\n:1\r\n", "[[] nil 1]");
        row("nested arrays grow beside each other",
            "*3\r\n*2\r\n:1\r\n:2\r\n*2\r\n:3\r\n*1\r\n:4\r\n:5\r\n", "[[1 2] [3 [4]] 5]");
        row("several replies", "+OK\r\n:1\r\n*1\r\n:2\r\n", "+OK 1 [2]");
        row("lone carriage return in a status", "+a\rb\nc\r\n", "+a\rb\nc");
        row("as deep as allowed", nested(7), "[[[[[[[7]]]]]]]");
    }

    void reads()
    {
        QFETCH(QByteArray, bytes);
        for (const qsizetype step : {1, 2, 3, 7, 4096}) {
            ReplyReader reader;
            QTEST(readAll(reader, bytes, step), "expected");
            QVERIFY(!reader.error());
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ReplyError>("error");
        const auto row = [](const char *name, const QByteArray &bytes, ReplyError error) {
            QTest::newRow(name) << bytes << error;
        };
        row("web server", "HTTP/1.1 400 Bad Request\r\n", ReplyError::NotRedis);
        row("zero byte", QByteArray(1, '\0'), ReplyError::NotRedis);
        row("RESP3 map", "%1\r\n", ReplyError::NotRedis);
        row("2^32 items (CVE-2021-32765)", "*4294967297\r\n", ReplyError::TooManyElements);
        row("2^29 items", "*536870912\r\n", ReplyError::TooManyElements);
        row("text of 512 MiB", "$536870912\r\n", ReplyError::BulkTooLarge);
        row("text of 2^62", "$4611686018427387904\r\n", ReplyError::BadLength);
        row("text just too long", "$8388609\r\n", ReplyError::BulkTooLarge);
        row("many arrays of many items", "*500000\r\n*500001\r\n", ReplyError::TooManyElements);
        row("too deep", nested(8), ReplyError::TooDeep);
        row("negative length", "$-2\r\n", ReplyError::BadLength);
        row("length missing", "*\r\n", ReplyError::BadLength);
        row("length a word", "$abc\r\n", ReplyError::BadLength);
        row("length with a carriage return inside", "$1\r1\r\n", ReplyError::BadLength);
        row("length with plus", "$+1\r\n", ReplyError::BadLength);
        row("endless line", "+" + QByteArray(8'193, 'x'), ReplyError::LineTooLong);
        row("garbage as item", "*2\r\n:1\r\nx", ReplyError::NotRedis);
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        for (const qsizetype step : {1, 4096}) {
            ReplyReader reader;
            readAll(reader, bytes, step);
            QVERIFY(reader.error());
            QTEST(*reader.error(), "error");
            reader.feed("+OK\r\n");
            QVERIFY(!reader.next());
        }
    }

    void limitsTheReplyAsAWhole()
    {
        ReplyLimits limits;
        limits.reply = 100;
        ReplyReader reader(limits);
        QCOMPARE(readAll(reader, "$80\r\n" + QByteArray(80, 'x') + "\r\n", 9).size(), 82);
        QVERIFY2(!reader.error(), "each reply counts for itself");
        readAll(reader, "*2\r\n$60\r\n" + QByteArray(60, 'x') + "\r\n$60\r\n", 9);
        QCOMPARE(reader.error(), ReplyError::ReplyTooLarge);
    }

    void encodesCommands()
    {
        const QByteArray body("\r\n\0%s%", 6);
        QCOMPARE(encodeCommand({"PUBLISH", "a b", body}),
            QByteArray("*3\r\n$7\r\nPUBLISH\r\n$3\r\na b\r\n$6\r\n") + body + "\r\n");
        QCOMPARE(encodeCommand({"GET", ""}), QByteArray("*2\r\n$3\r\nGET\r\n$0\r\n\r\n"));
    }
};

QTEST_APPLESS_MAIN(tst_ReplyReader)
#include "tst_replyreader.moc"
