// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "adapters/msgpack.h"

#include "core/jsonscanner.h"

#include <QTest>

using namespace Switchboard;
using namespace Switchboard::SocketIo;

class tst_Msgpack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothWays_data();
    void bothWays();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void refusesEveryCut();
    void carriesAttachments();
    void knowsPlaceholdersOnlyBesideAttachments();
    void keepsHostileHeadersSmall();
};

namespace {

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

QByteArray pack(const QByteArray &json, const QList<QByteArray> &attachments = {})
{
    QByteArray bytes;
    packJson(bytes, json, {attachments.constData(), static_cast<std::size_t>(attachments.size())});
    return bytes;
}

} // namespace

void tst_Msgpack::bothWays_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &json, const QByteArray &bytes) {
        QTest::newRow(name) << json << bytes;
    };
    row("null", "null", hex("c0"));
    row("true", "true", hex("c3"));
    row("false", "false", hex("c2"));
    row("0", "0", hex("00"));
    row("127", "127", hex("7f"));
    row("128", "128", hex("cc80"));
    row("256", "256", hex("cd0100"));
    row("65536", "65536", hex("ce00010000"));
    row("2^32", "4294967296", hex("cf0000000100000000"));
    row("largest", "18446744073709551615", hex("cfffffffffffffffff"));
    row("-1", "-1", hex("ff"));
    row("-32", "-32", hex("e0"));
    row("-33", "-33", hex("d0df"));
    row("-129", "-129", hex("d1ff7f"));
    row("-32769", "-32769", hex("d2ffff7fff"));
    row("smallest", "-9223372036854775808", hex("d38000000000000000"));
    row("1.5", "1.5", hex("cb3ff8000000000000"));
    row("empty text", "\"\"", hex("a0"));
    row("text", "\"hi\"", hex("a26869"));
    row("text of 32", '"' + QByteArray(32, 'x') + '"', hex("d920") + QByteArray(32, 'x'));
    row("text of 256", '"' + QByteArray(256, 'x') + '"', hex("da0100") + QByteArray(256, 'x'));
    row("text of 65536", '"' + QByteArray(65'536, 'x') + '"',
        hex("db00010000") + QByteArray(65'536, 'x'));
    row("escapes", "\"\\n\\\"\"", hex("a20a22"));
    row("umlaut", "\"ä\"", hex("a2c3a4"));
    row("array", "[1,[],[2]]", hex("93019091") + hex("02"));
    row("array of 16", "[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]", hex("dc0010") + QByteArray(16, '\0'));
    row("map keeps its order", R"({"b":1,"a":{"c":[]}})", hex("82a16201a16181a16390"));
    row("broadcast of the real adapter",
        R"(["VrH2JS",{"type":2,"data":["hi",1],"nsp":"/"},{"rooms":[],"except":[],"flags":{}}])",
        hex("93a6") + "VrH2JS" + hex("83a4") + "type" + hex("02a4") + "data" + hex("92a2") + "hi"
            + hex("01a3") + "nsp" + hex("a1") + "/" + hex("83a5") + "rooms" + hex("90a6") + "except"
            + hex("90a5") + "flags" + hex("80"));
}

void tst_Msgpack::bothWays()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, bytes);
    QCOMPARE(pack(json).toHex(), bytes.toHex());
    const auto unpacked = unpackMsgpack(bytes);
    QVERIFY(unpacked.ok());
    QCOMPARE(unpacked->json, json);
    QVERIFY(unpacked->attachments.isEmpty());
}

void tst_Msgpack::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &json) {
        QTest::newRow(name) << bytes << json;
    };
    row("longer forms", hex("dd00000001cd0001"), "[1]");
    row("map 16", hex("de0001a16101"), R"({"a":1})");
    row("map 32", hex("df00000001a16101"), R"({"a":1})");
    row("float", hex("ca3fc00000"), "1.5");
    row("whole float", hex("cb4000000000000000"), "2");
    row("NaN", hex("cb7ff8000000000000"), "null");
    row("infinity", hex("cbfff0000000000000"), "null");
    row("key that is a number", hex("8102a0"), R"({"2":""})");
    row("negative key", hex("81ff01"), R"({"-1":1})");
    row("text that is no UTF-8", hex("a1ff"), "\"\xEF\xBF\xBD\"");
    row("undefined", hex("91d40000"), "[null]");
    row("timestamp 32", hex("d6ff00000001"), "\"1970-01-01T00:00:01.000Z\"");
    row("timestamp 64", hex("d7ff") + hex("773594000000000a"), "\"1970-01-01T00:00:10.500Z\"");
    row("timestamp 96", hex("c70cff") + hex("0000000000000000") + hex("00000000"),
        "\"1970-01-01T00:00:00.000Z\"");
    row("timestamp before 1970", hex("c70cff") + hex("00000000ffffffffffffffff"),
        "\"1969-12-31T23:59:59.000Z\"");
    row("timestamp out of reach", hex("c70cff") + hex("000000007fffffffffffffff"), "null");
    row("older Date", hex("d70000000000000003e8"), "\"1970-01-01T00:00:01.000Z\"");
}

void tst_Msgpack::reads()
{
    QFETCH(QByteArray, bytes);
    const auto unpacked = unpackMsgpack(bytes);
    QVERIFY(unpacked.ok());
    QTEST(unpacked->json, "json");
    QVERIFY(!Json::check(unpacked->json));
}

void tst_Msgpack::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<MsgpackError>("error");
    const auto row = [](const char *name, const QByteArray &bytes, MsgpackError error) {
        QTest::newRow(name) << bytes << error;
    };
    row("nothing", "", MsgpackError::Truncated);
    row("two values", hex("0101"), MsgpackError::TrailingBytes);
    row("unused byte", hex("c1"), MsgpackError::BadType);
    row("key that is nil", hex("81c001"), MsgpackError::BadKey);
    row("key that is an array", hex("819001"), MsgpackError::BadKey);
    row("key that is a map", hex("818001"), MsgpackError::BadKey);
    row("key that is binary", hex("81c4016101"), MsgpackError::BadKey);
    row("2^32 items", hex("ddffffffff"), MsgpackError::TooManyElements);
    row("2^32 pairs", hex("dfffffffff"), MsgpackError::TooManyElements);
    row("many small arrays", QByteArray("\xdc\xff\xff", 3) + QByteArray("\xdc\xff\xff", 3),
        MsgpackError::TooManyElements);
    row("4 GiB of text", hex("dbffffffff") + "x", MsgpackError::Truncated);
    row("8 million levels", QByteArray(8'000'000, '\x91'), MsgpackError::TooDeep);
    row("2 million levels of maps", QByteArray("\x81\xa0").repeated(2'000'000),
        MsgpackError::TooDeep);
}

void tst_Msgpack::refuses()
{
    QFETCH(QByteArray, bytes);
    const auto unpacked = unpackMsgpack(bytes);
    QVERIFY(!unpacked.ok());
    QTEST(unpacked.error(), "error");
}

void tst_Msgpack::refusesEveryCut()
{
    const QByteArray json
        = R"({"a":[1,-300,4294967296,1.5,"text",{"_placeholder":true,"num":0}],"b":{"c":null}})";
    const QByteArray whole = pack(json, {"bytes"});
    QVERIFY(unpackMsgpack(whole).ok());
    for (qsizetype size = 0; size < whole.size(); ++size) {
        QVERIFY(!unpackMsgpack(whole.first(size)).ok());
    }
}

void tst_Msgpack::carriesAttachments()
{
    const QList<QByteArray> attachments{"one", QByteArray(300, 'x'), QByteArray(70'000, 'y')};
    const QByteArray json = R"(["e",{"_placeholder":true,"num":2},)"
                            R"({"k": { "num" : 0 , "_placeholder" : true }},)"
                            R"({"_placeholder":true,"num":1}])";
    const auto unpacked = unpackMsgpack(pack(json, attachments));
    QVERIFY(unpacked.ok());
    QCOMPARE(unpacked->json,
        QByteArray(R"(["e",{"_placeholder":true,"num":0},{"k":{"_placeholder":true,"num":1}},)"
                   R"({"_placeholder":true,"num":2}])"));
    QCOMPARE(
        unpacked->attachments, (QList<QByteArray>{attachments[2], attachments[0], attachments[1]}));
    const auto extension = unpackMsgpack(hex("d50501ff"));
    QCOMPARE(extension->json, QByteArray(R"([5,{"_placeholder":true,"num":0}])"));
    QCOMPARE(unpackMsgpack(hex("c70200abcd"))->attachments.front(), hex("abcd")); // ArrayBuffer
}

void tst_Msgpack::knowsPlaceholdersOnlyBesideAttachments()
{
    const QByteArray json = R"([{"_placeholder":true,"num":0}])";
    const auto plain = unpackMsgpack(pack(json));
    QVERIFY2(plain.ok() && plain->attachments.isEmpty(), "an object like others");
    QCOMPARE(plain->json, json);
    // Number 5 has nothing to stand for: an object, too. Beside a real one it would mislead.
    const QByteArray mixed = R"([{"_placeholder":true,"num":0},{"_placeholder":true,"num":5}])";
    const auto refused = unpackMsgpack(pack(mixed, {"x"}));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error(), MsgpackError::Placeholder);
}

void tst_Msgpack::keepsHostileHeadersSmall()
{
    // Announces 99,999 items and has none: no room is made for them.
    QVERIFY(!unpackMsgpack(hex("dd0001869f")).ok());
}

QTEST_APPLESS_MAIN(tst_Msgpack)
#include "tst_msgpack.moc"
