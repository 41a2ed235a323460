// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/args.h"

#include <QTest>

#include <limits>

using namespace Switchboard::SocketIo;

class tst_Args : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void values_data()
    {
        QTest::addColumn<Args>("args");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const Args &args, const char *json) {
            QTest::newRow(name) << args << QByteArray(json);
        };
        row("none", {}, "");
        row("null", {nullptr}, "null");
        row("booleans", {true, false}, "true,false");
        row("int", {-5}, "-5");
        row("largest unsigned", {std::numeric_limits<quint64>::max()}, "18446744073709551615");
        row("double", {0.1}, "0.1");
        row("not a number", {std::numeric_limits<double>::quiet_NaN()}, "null");
        row("text", {"a\"b"}, "\"a\\\"b\"");
        row("QString", {QStringLiteral("ä\n")}, "\"\xc3\xa4\\n\"");
        row("QJsonValue", {QJsonValue(1.5), QJsonValue(), QJsonValue(QJsonValue::Undefined)},
            "1.5,null,null");
        row("QJsonObject", {QJsonObject{{QStringLiteral("a"), 1}}}, R"({"a":1})");
        row("QJsonArray", {QJsonArray{1, QStringLiteral("b")}}, R"([1,"b"])");
        row("raw", {RawJson{R"({"b":1,"a":12345678901234567890})"}},
            R"({"b":1,"a":12345678901234567890})");
    }

    void values()
    {
        QFETCH(Args, args);
        QFETCH(QByteArray, json);
        QCOMPARE(ArgsView(args).json, QByteArrayView(json));
        QVERIFY(ArgsView(args).attachments.empty());
    }

    void attachments()
    {
        const Args args{Binary{"one"}, 2, Binary{"three"}};
        const ArgsView view = args;
        QCOMPARE(view.json,
            QByteArrayView(R"({"_placeholder":true,"num":0},2,{"_placeholder":true,"num":1})"));
        QCOMPARE(view.attachments.size(), std::size_t(2));
        QCOMPARE(view.attachments[0], "one");
        QCOMPARE(view.attachments[1], "three");
        QCOMPARE(view.size(), view.json.size() + 8);
    }
};

QTEST_APPLESS_MAIN(tst_Args)

#include "tst_args.moc"
