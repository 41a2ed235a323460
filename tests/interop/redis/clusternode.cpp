// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

// A server of ours in one cluster with a Node server: "interop_clusternode REDIS_PORT". Its clients
// may ask it to use the whole of the cluster's interface.

#include "shared/clusternode.h"
#include "adapters/redisadapter.h"
#include "socketio/socket.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Switchboard;
using namespace Switchboard::SocketIo;

namespace {

/** The arguments of @p event from @p first on, ready to be emitted. */
Args argsFrom(const Event &event, qsizetype first)
{
    Args args;
    for (qsizetype i = first; i < event.count(); ++i) {
        args.append(RawJson{event.arg(i).toByteArray()});
    }
    return args;
}

void serve(SocketIo::Namespace &nsp)
{
    nsp.on("join", [](Socket &self, const Event &event) {
        self.setData("{\"from\":\"switchboard\"}");
        event.ack(Args{self.join(event.text(0))});
    });
    nsp.on("rooms", [](Socket &self, const Event &event) {
        Args args;
        for (const QByteArray &room : self.rooms()) {
            args.append(room.constData());
        }
        event.ack(args);
    });
    nsp.on("to", [](Socket &self, const Event &event) {
        self.to(event.text(0)).emit(event.text(1), argsFrom(event, 2));
    });
    nsp.on("all", [](Socket &self, const Event &event) {
        // Attachments go along.
        self.nsp().emit("all", event.args());
    });
    nsp.on("except",
        [](Socket &self, const Event &event) { self.nsp().except(event.text(0)).emit("except"); });
    nsp.on("ask", [](Socket &self, const Event &event) {
        auto ack = std::make_shared<Ack>(event.deferAck());
        self.nsp()
            .timeout(std::chrono::seconds(2))
            .emitWithAck("question", event.args(), [ack](const QList<BroadcastReply> &replies) {
                Args answers;
                for (const BroadcastReply &reply : replies) {
                    answers.append(
                        reply.answered() ? Value(RawJson{'[' + reply.json + ']'}) : Value(nullptr));
                }
                ack->send(answers);
            });
    });
    nsp.on("fetch", [](Socket &self, const Event &event) {
        auto ack = std::make_shared<Ack>(event.deferAck());
        self.nsp().fetchSockets([ack](const QList<SocketInfo> &sockets) {
            Args found;
            for (const SocketInfo &info : sockets) {
                found.append(RawJson{"{\"id\":\"" + info.id.toByteArray()
                    + "\",\"rooms\":" + QByteArray::number(info.rooms.size())
                    + ",\"data\":" + (info.data.isEmpty() ? "null" : info.data) + '}'});
            }
            ack->send(found);
        });
    });
    nsp.on("sockets-join", [](Socket &self, const Event &event) {
        self.nsp().to(event.text(0)).socketsJoin({event.text(1)});
    });
    nsp.on("sockets-leave", [](Socket &self, const Event &event) {
        self.nsp().to(event.text(0)).socketsLeave({event.text(1)});
    });
    nsp.on("sockets-disconnect", [](Socket &self, const Event &event) {
        self.nsp().to(event.text(0)).disconnectSockets(true);
    });
    nsp.on("to-servers", [](Socket &self, const Event &event) {
        self.nsp().adapter().serverSideEmit("from-switchboard", event.args());
    });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    Redis::Url url;
    url.port = QCoreApplication::arguments().value(1).toUShort();
    Test::ClusterNode node(url);
    serve(node.io.root());
    serve(node.io.of("/chat"));
    node.cluster.onServerSideEvent([](SocketIo::Namespace &nsp, QByteArrayView event,
                                       QByteArrayView args, const auto &answer) {
        nsp.local().emit("server-side",
            Args{event.toByteArray().constData(), RawJson{'[' + args.toByteArray() + ']'}});
        if (answer) {
            answer("\"switchboard heard\"");
        }
    });
    // Known to the others as soon as Redis counts it: the script waits for that.
    std::printf("listening on http://127.0.0.1:%d\n", int(node.port));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
