// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/reactions.h"

#include "fixture.h"
#include "socketio/reactionfile.h"

#include <QFile>

using namespace Switchboard;
using namespace Switchboard::SocketIo;

class tst_Reactions : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void benchContract()
    {
        SocketIoFixture f;
        QVERIFY(load(f, QStringLiteral("tests/bench/contract.json")));
        auto one = f.join();
        auto two = f.join();
        QVERIFY(one && two);
        one->send(R"(2["echo",{"b":1,"a":[1.0,12345678901234567890]}])");
        QCOMPARE(one->next(), R"(2["echo",{"b":1,"a":[1.0,12345678901234567890]}])");
        one->send(R"(2["echo"])");
        QCOMPARE(one->next(), R"(2["echo"])");
        one->send(R"(212["ack","x",2])");
        QCOMPARE(one->next(), R"(312["x",2])");
        one->send(R"(2["ack","x"])");
        QVERIFY2(one->settle().isEmpty(), "no ack is asked, so none is sent");
        one->send(R"(2["broadcast","x"])");
        QCOMPARE(one->next(), R"(2["broadcast","x"])");
        QCOMPARE(two->next(), R"(2["broadcast","x"])");
        one->send(R"(2["join","r"])");
        one->send(R"(2["say","r","x"])");
        QCOMPARE(one->next(), R"(2["say","r","x"])");
        QVERIFY(two->settle().isEmpty());
        two->send(R"(2["join","r"])");
        two->send(R"(2["say","r","y"])");
        QCOMPARE(one->next(), R"(2["say","r","y"])");
        QCOMPARE(two->next(), R"(2["say","r","y"])");
        one->send(R"(51-["bin",{"_placeholder":true,"num":0}])");
        one->sendBinary("bytes");
        QCOMPARE(one->next(), R"(51-["bin",{"_placeholder":true,"num":0}])");
        QCOMPARE(one->next(), "b:bytes");
        QVERIFY(one->settle().isEmpty() && two->settle().isEmpty());
    }

    void chatDemo()
    {
        SocketIoFixture f;
        f.io.of("/chat");
        QVERIFY(load(f, QStringLiteral("resources/demos/chat/reactions.json")));
        auto ada = f.join("/chat");
        auto bob = f.join("/chat");
        QVERIFY(ada && bob);
        ada->send(R"(2/chat,0["join","lobby","Ada"])");
        QCOMPARE(ada->next(), R"(3/chat,0[{"ok":true,"room":"lobby"}])");
        bob->send(R"(2/chat,0["join","lobby","Bob"])");
        QCOMPARE(bob->next(), R"(3/chat,0[{"ok":true,"room":"lobby"}])");
        QCOMPARE(ada->next(), R"(2/chat,["joined",{"room":"lobby","name":"Bob","at":3600000}])");
        bob->send(R"(2/chat,["typing",{"room":"lobby","name":"Bob","on":true}])");
        QCOMPARE(ada->next(), R"(2/chat,["typing",{"room":"lobby","name":"Bob","on":true}])");
        bob->send(R"(2/chat,1["message",{"room":"lobby","name":"Bob","text":"<b>hi</b>"}])");
        const QByteArray message
            = R"(2/chat,["message",{"room":"lobby","name":"Bob","text":"<b>hi</b>","at":3600000}])";
        QCOMPARE(bob->next(), message);
        QCOMPARE(bob->next(), R"(3/chat,1[{"ok":true,"at":3600000}])");
        QCOMPARE(ada->next(), message);
    }

    void everyAction()
    {
        SocketIoFixture f;
        f.io.of("/a");
        QVERIFY(use(f, R"({"rules":[
            {"on":"connect","do":[{"emit":"welcome","args":["{{id}}","{{auth.name}}"]},{"join":"all"}]},
            {"on":"others","do":[{"emit":"o","to":"others","args":["{{event}}"]}]},
            {"on":"neighbours","do":[{"emit":"n","to":"others","room":"{{args.0}}"}]},
            {"on":"leave","do":[{"leave":"{{args.0}}"},{"ack":["left"]}]},
            {"on":"named","do":[{"emit":"{{args.0}}","args":[1]}]},
            {"on":"go","do":[{"disconnect":"namespace"},{"emit":"never"}]},
            {"on":"quit","do":[{"disconnect":"connection"},{"emit":"never"}]},
            {"on":"g*","do":[{"emit":"glob","args":["{{event}}"]}]},
            {"on":"*","namespace":"/a","do":[{"emit":"a","args":["{{nsp}}"]}]}]})"));
        auto one = f.open();
        QVERIFY(one && f.enter(*one, "/", R"({"name":"Ada"})"));
        QCOMPARE(one->next(), R"(2["welcome",1,"Ada"])");
        auto two = f.join();
        QVERIFY(two);
        QCOMPARE(two->next(), R"(2["welcome",2,null])");

        one->send(R"(2["others"])");
        QCOMPARE(two->next(), R"(2["o","others"])");
        one->send(R"(2["neighbours","all"])");
        QCOMPARE(two->next(), R"(2["n"])");
        two->send(R"(25["leave","all"])");
        QCOMPARE(two->next(), R"(35["left"])");
        one->send(R"(2["neighbours","all"])");
        one->send(R"(2["named","x"])");
        QCOMPARE(one->next(), R"(2["x",1])");
        one->send(R"(2["get"])");
        QCOMPARE(one->next(), R"(2["glob","get"])");
        one->send(R"(2["unknown"])");
        QVERIFY(one->settle().isEmpty() && two->settle().isEmpty());
        QVERIFY(f.enter(*one, "/a"));
        one->send(R"(2/a,["anything"])");
        QCOMPARE(one->next(), R"(2/a,["a","/a"])");

        one->send(R"(2["go"])");
        QCOMPARE(one->next(), "1");
        QVERIFY(one->isOpen());
        two->send(R"(2["quit"])");
        QCOMPARE(two->next(), "1");
        QVERIFY(two->waitForClose());
    }

    /** What a client names it cannot turn against the server or others. */
    void hostileNames()
    {
        SocketIoFixture f([](ServerConfig &config) { config.limits.roomsPerSocket = 3; });
        QVERIFY(use(f, R"({"rules":[
            {"on":"join","do":[{"join":"{{args.0}}"}]},
            {"on":"say","do":[{"emit":"said","to":"everyone","room":"{{args.0}}"}]},
            {"on":"named","do":[{"emit":"{{args.0}}"}]}]})"));
        auto one = f.join();
        auto two = f.join();
        QVERIFY(one && two);
        const QByteArray room256(256, 'r');
        const QByteArrayList rooms{
            "null", "{}", "[1]", "true", "\"\"", '"' + room256 + "x\"", '"' + two->sid + '"'};
        for (const QByteArray &room : rooms) {
            one->send("2[\"join\"," + room + ']');
        }
        one->send(R"(2["join"])");
        QVERIFY(one->settle().isEmpty());
        QVERIFY2(f.socket(*one)->rooms().isEmpty(), "nor may one listen in on another's id");
        for (int i = 0; i < 5; ++i) {
            one->send("2[\"join\"," + QByteArray::number(i) + ']');
        }
        one->settle();
        QCOMPARE(f.socket(*one)->rooms(), (QByteArrayList{"0", "1", "2"}));
        QVERIFY(f.counted(Counter::RoomLimit) >= 4);

        one->send(R"(2["say"])");
        one->send(R"(2["say",null])");
        one->send(R"(2["say",{"a":1}])");
        one->send(R"(2["named","disconnect"])");
        one->send(R"(2["named",["x"]])");
        QVERIFY2(one->settle().isEmpty() && two->settle().isEmpty(),
            "a room that is none is not everybody");
    }

    void attachmentsFollowTheirArguments()
    {
        SocketIoFixture f;
        QVERIFY(use(f, R"({"rules":[{"on":"b","do":[
            {"emit":"second","args":["{{args.1}}","{{args.1}}"]},
            {"emit":"none","args":["{{args.2}}"]},
            {"ack":["{{args}}"]}]}]})"));
        auto peer = f.join();
        QVERIFY(peer);
        peer->send(R"(52-9["b",{"_placeholder":true,"num":0},[{"_placeholder":true,"num":1}],3])");
        peer->sendBinary("zero");
        peer->sendBinary("one");
        QCOMPARE(peer->next(),
            R"(52-["second",[{"_placeholder":true,"num":0}],[{"_placeholder":true,"num":1}]])");
        QCOMPARE(peer->next(), "b:one");
        QCOMPARE(peer->next(), "b:one");
        QCOMPARE(peer->next(), R"(2["none",3])");
        QCOMPARE(peer->next(),
            R"(62-9[{"_placeholder":true,"num":0},[{"_placeholder":true,"num":1}],3])");
        QCOMPARE(peer->next(), "b:zero");
        QCOMPARE(peer->next(), "b:one");
    }

    void replacedWhileRunning()
    {
        SocketIoFixture f;
        QVERIFY(use(f, R"({"rules":[{"on":"a","do":[{"emit":"old"},{"emit":"old"}]}]})"));
        auto peer = f.join();
        QVERIFY(peer);
        f.socket(*peer)->onAnyOutgoing([&](Socket &, QByteArrayView, const ArgsView &) {
            QVERIFY(use(f, R"({"rules":[{"on":"a","do":[{"emit":"new"}]}]})"));
        });
        peer->send(R"(2["a"])");
        peer->send(R"(2["a"])");
        QCOMPARE(peer->settle(), (QByteArrayList{R"(2["old"])", R"(2["old"])", R"(2["new"])"}));
        f.io.setReactions(nullptr);
        peer->send(R"(2["a"])");
        QVERIFY(peer->settle().isEmpty());
    }

private:
    static bool use(SocketIoFixture &f, const QByteArray &json)
    {
        const auto reactions = parseReactions(json);
        if (!reactions) {
            qWarning("%s", qPrintable(reactions.error().sentence()));
            return false;
        }
        f.io.setReactions(*reactions);
        return true;
    }

    static bool load(SocketIoFixture &f, const QString &path)
    {
        QFile file(QStringLiteral(SOURCE_DIR "/") + path);
        return file.open(QIODevice::ReadOnly) && use(f, file.readAll());
    }
};

QTEST_GUILESS_MAIN(tst_Reactions)

#include "tst_reactions.moc"
