// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/compiledemit.h"

#include <QtTest>

using namespace Switchboard;
using namespace Switchboard::App;

using Type = DraftArgument::Type;
Q_DECLARE_METATYPE(Type)

class tst_CompiledEmit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesArguments_data();
    void writesArguments();
    void placesErrors_data();
    void placesErrors();
    void carriesAttachmentsInOrder();
    void refusesNames_data();
    void refusesNames();
    void refusesEmptyAudience();
    void carriesOptions();
    void namesTheWrongArgument();
    void findsReceivers();
};

void tst_CompiledEmit::writesArguments_data()
{
    QTest::addColumn<Type>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("json") << Type::Json << " { } " << QByteArray("{}");
    QTest::newRow("text") << Type::Text << "a \"b\"\n" << QByteArray(R"("a \"b\"\n")");
    QTest::newRow("empty text") << Type::Text << "" << QByteArray("\"\"");
    QTest::newRow("number") << Type::Number << "1e400" << QByteArray("1e400");
    QTest::newRow("true") << Type::Boolean << "true" << QByteArray("true");
    QTest::newRow("false") << Type::Boolean << "false" << QByteArray("false");
    QTest::newRow("null") << Type::Null << "left over" << QByteArray("null");
    QTest::newRow("hex") << Type::Hex << "de ad\nBE EF"
                         << QByteArray(R"({"_placeholder":true,"num":0})");
}

void tst_CompiledEmit::writesArguments()
{
    QFETCH(Type, type);
    QFETCH(QString, text);
    EmitDraft draft;
    draft.event = QStringLiteral("e");
    draft.arguments = {{type, text}};
    QVERIFY(!checkArgument(draft.arguments.first()));
    const auto compiled = CompiledEmit::compile(draft);
    QVERIFY(compiled);
    const EmitRequest request = compiled->request({});
    QCOMPARE(request.arguments.size(), 1);
    QTEST(request.arguments.first(), "sent");
    QVERIFY(!Json::check(request.arguments.first()));
}

void tst_CompiledEmit::placesErrors_data()
{
    QTest::addColumn<Type>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::newRow("word") << Type::Json << "{\n  \"pinned\": tru\n}" << 2 << 13 << 14 << 3;
    QTest::newRow("behind letters of two bytes") << Type::Json << "[\"éé\", x]" << 1 << 8 << 7 << 1;
    QTest::newRow("behind letters of two units")
        << Type::Json << QStringLiteral("[\"\U0001F600\", x]") << 1 << 8 << 7 << 1;
    QTest::newRow("hex digit") << Type::Hex << "00 0g" << 1 << 5 << 4 << 1;
    QTest::newRow("hex digit beyond ASCII")
        << Type::Hex << QStringLiteral("0\u0660") << 1 << 2 << 1 << 1;
}

void tst_CompiledEmit::placesErrors()
{
    QFETCH(Type, type);
    QFETCH(QString, text);
    const auto problem = checkArgument({type, text});
    QVERIFY(problem);
    QTEST(problem->line, "line");
    QTEST(problem->column, "column");
    QTEST(int(problem->position), "position");
    QTEST(int(problem->length), "length");
    QVERIFY(problem->sentence.startsWith(
        QStringLiteral("Line %1, column %2: ").arg(problem->line).arg(problem->column)));
}

void tst_CompiledEmit::carriesAttachmentsInOrder()
{
    EmitDraft draft;
    draft.event = QStringLiteral("bin");
    draft.arguments = {{Type::Hex, QStringLiteral("01")}, {Type::Json, QStringLiteral("1")},
        {Type::Base64, QStringLiteral("Ag==")}};
    const auto compiled = CompiledEmit::compile(draft);
    QVERIFY(compiled);
    const EmitRequest request = compiled->request({});
    QCOMPARE(request.attachments, (QByteArrayList{"\x01", "\x02"}));
    QCOMPARE(request.arguments.last(), QByteArray(R"({"_placeholder":true,"num":1})"));
    QVERIFY(checkArgument({Type::Base64, QStringLiteral("A===")}));
    QVERIFY(checkArgument({Type::Hex, QStringLiteral("abc")}));
}

void tst_CompiledEmit::refusesNames_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"", "connect", "connect_error", "disconnect", "disconnecting",
             "newListener", "removeListener"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void tst_CompiledEmit::refusesNames()
{
    QFETCH(QString, name);
    EmitDraft draft;
    draft.event = name;
    QVERIFY(!CompiledEmit::compile(draft));
    QVERIFY(checkEventName(name));
    QVERIFY(!checkEventName(name + u'x'));
}

void tst_CompiledEmit::refusesEmptyAudience()
{
    EmitDraft draft;
    draft.event = QStringLiteral("e");
    draft.audience = EmitDraft::Audience::Rooms;
    QVERIFY(!CompiledEmit::compile(draft));
    draft.rooms = {QStringLiteral("lobby")};
    QVERIFY(CompiledEmit::compile(draft));
    draft.audience = EmitDraft::Audience::Clients;
    QVERIFY(!CompiledEmit::compile(draft));
}

void tst_CompiledEmit::carriesOptions()
{
    EmitDraft draft;
    draft.event = QStringLiteral("e");
    draft.nsp = QStringLiteral("/chat");
    draft.audience = EmitDraft::Audience::Rooms;
    draft.rooms = {QStringLiteral("lobby")};
    draft.clients = {3}; // of another audience, so not addressed
    draft.exceptClients = {4};
    draft.isVolatile = true;
    draft.ackTimeout = std::chrono::seconds(2);
    EmitRequest request = CompiledEmit::compile(draft)->request({});
    QCOMPARE(request.target.nsp, QByteArray("/chat"));
    QCOMPARE(request.target.rooms, QByteArrayList{"lobby"});
    QVERIFY(request.target.clients.isEmpty());
    QCOMPARE(request.target.exceptClients, QList<quint32>{4});
    QVERIFY(request.isVolatile);
    QCOMPARE(request.ackTimeout.count(), 0);
    draft.waitForAck = true;
    request = CompiledEmit::compile(draft)->request({});
    QCOMPARE(request.ackTimeout.count(), 2000);
}

void tst_CompiledEmit::namesTheWrongArgument()
{
    EmitDraft draft;
    draft.event = QStringLiteral("e");
    draft.arguments = {{Type::Json, QStringLiteral("1")}, {Type::Json, QStringLiteral("{")}};
    QCOMPARE(CompiledEmit::compile(draft).error().argument, 1);
    draft.arguments = QList<DraftArgument>(17, {Type::Null, {}});
    QVERIFY(!CompiledEmit::compile(draft));
}

void tst_CompiledEmit::findsReceivers()
{
    ClientInfo ada;
    ada.serial = 1;
    ada.memberships = {{"/", "s1", 0, {"lobby"}, {}, {}}, {"/chat", "s2", 0, {}, {}, {}}};
    ClientInfo grace;
    grace.serial = 2;
    grace.memberships = {{"/", "s3", 0, {"lobby", "board"}, {}, {}}};
    const QList<ClientInfo> clients{ada, grace};
    const auto sockets = [&](const EmitTarget &target) {
        QByteArrayList ids;
        for (const auto &[client, membership] : receiversOf(target, clients)) {
            ids.append(membership->socketId);
        }
        return ids;
    };
    QCOMPARE(sockets({"/", {}, {}, {}, {}}), (QByteArrayList{"s1", "s3"}));
    QCOMPARE(sockets({"/chat", {}, {}, {}, {}}), QByteArrayList{"s2"});
    QCOMPARE(sockets({"/", {"board"}, {}, {}, {}}), QByteArrayList{"s3"});
    QCOMPARE(sockets({"/", {"board", "lobby"}, {}, {}, {}}), (QByteArrayList{"s1", "s3"}));
    QCOMPARE(sockets({"/", {"board"}, {1}, {}, {}}), (QByteArrayList{"s1", "s3"}));
    QCOMPARE(sockets({"/", {}, {}, {"board"}, {}}), QByteArrayList{"s1"});
    QCOMPARE(sockets({"/", {}, {}, {}, {1}}), QByteArrayList{"s3"});
    QCOMPARE(sockets({"/none", {}, {}, {}, {}}), QByteArrayList());
}

QTEST_GUILESS_MAIN(tst_CompiledEmit)
#include "tst_compiledemit.moc"
