// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

// The server that the real clients of this folder talk to, written with the engine's C++ API as a
// program of one's own would be. Takes the command line of switchboard --headless.

#include "cli/commandline.h"
#include "cli/process.h"
#include "server.h"
#include "socketio/server.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace Switchboard;
using namespace Switchboard::SocketIo;
using namespace std::chrono_literals;

namespace {

RawJson authOf(const Socket &socket)
{
    return {socket.auth().isEmpty() ? QByteArray("{}") : socket.auth()};
}

/** What the protocol's own suite expects of "/" and "/custom". */
void serveSuite(SocketIo::Server &io)
{
    io.onConnection([](Socket &socket) {
        socket.emit("auth", Args{authOf(socket)});
        socket.on("message",
            [](Socket &self, const Event &event) { self.emit("message-back", event.args()); });
        socket.on(
            "message-with-ack", [](Socket &, const Event &event) { event.ack(event.args()); });
    });
    io.of("/custom").onConnection(
        [](Socket &socket) { socket.emit("auth", Args{authOf(socket)}); });
}

void serveAcks(Socket &socket)
{
    // The client asks to be asked; what it answers comes back as an event.
    socket.on("ask-me", [](Socket &self, const Event &event) {
        self.timeout(2s).emit("question", event.args(), [&self](const AckReply &reply) {
            if (reply.answered()) {
                self.emit("answered", reply.args);
            } else {
                self.emit("unanswered");
            }
        });
    });
    socket.on("ask-all", [](Socket &self, const Event &event) {
        auto ack = std::make_shared<Ack>(event.deferAck());
        self.nsp()
            .timeout(300ms)
            .in(event.text(0))
            .emitWithAck("question", Args{"all"}, [ack](const QList<BroadcastReply> &replies) {
                int answered = 0;
                QByteArrayList answers;
                for (const BroadcastReply &reply : replies) {
                    answered += reply.answered() ? 1 : 0;
                    if (reply.answered()) {
                        answers.append(reply.json);
                    }
                }
                ack->send(Args{answered, replies.size(), RawJson{'[' + answers.join(',') + ']'}});
            });
    });
    socket.on("slow-ack", [](Socket &, const Event &event) {
        auto ack = std::make_shared<Ack>(event.deferAck());
        QTimer::singleShot(50ms, [ack] { ack->send(Args{"late"}); });
    });
}

void serveRooms(Socket &socket)
{
    socket.on("join",
        [](Socket &self, const Event &event) { event.ack(Args{self.join(event.text(0))}); });
    socket.on("leave", [](Socket &self, const Event &event) {
        self.leave(event.text(0));
        event.ack();
    });
    socket.on("rooms", [](Socket &self, const Event &event) {
        QJsonArray rooms;
        for (const QByteArray &room : self.rooms()) {
            rooms.append(QString::fromUtf8(room));
        }
        event.ack(Args{rooms});
    });
    socket.on("tell", [](Socket &self, const Event &event) { // room, text
        self.to(event.text(0)).emit("told", Args{RawJson{event.arg(1).toByteArray()}});
    });
    socket.on("tell-except", [](Socket &self, const Event &event) {
        self.nsp().except(event.text(0)).emit("told", Args{RawJson{event.arg(1).toByteArray()}});
    });
}

/** Order: both ends count. */
void serveNumbers(Socket &socket)
{
    auto next = std::make_shared<int>(0);
    auto inOrder = std::make_shared<bool>(true);
    socket.on("number", [next, inOrder](Socket &self, const Event &event) {
        *inOrder = *inOrder && event.arg(0).toInt() == *next;
        ++*next;
        self.emit("number", event.args());
    });
    socket.on("numbers-seen", [next, inOrder](Socket &, const Event &event) {
        event.ack(Args{*next, *inOrder});
    });
}

void serveTest(Namespace &nsp)
{
    nsp.use([](Socket &socket, const Next &next) {
        const auto token = Json::member(socket.auth(), "token");
        if (token && *token == "\"wrong\"") {
            next({.message = "not allowed", .data = R"({"code":"E_TOKEN"})"});
        } else if (token && *token == "\"slow\"") {
            QTimer::singleShot(50ms, [next] { next(); });
        } else {
            next();
        }
    });
    auto reasons = std::make_shared<QHash<QByteArray, QByteArray>>();
    nsp.onConnection([reasons](Socket &socket) {
        serveAcks(socket);
        serveRooms(socket);
        serveNumbers(socket);
        socket.on("echo", [](Socket &self, const Event &event) {
            self.emit("echo", event.args());
            event.ack(event.args());
        });
        socket.on("kick",
            [](Socket &self, const Event &event) { self.disconnect(event.arg(0) == "true"); });
        socket.on("volatile", [](Socket &self, const Event &) {
            self.asVolatile().emit("maybe", Args{1});
            self.emit("surely", Args{2});
        });
        socket.on("reason-of", [reasons](Socket &, const Event &event) {
            event.ack(Args{QString::fromUtf8(reasons->value(event.text(0)))});
        });
        const QByteArray id = socket.id().toByteArray();
        socket.onDisconnect([reasons, id](Socket &, QByteArrayView reason, QByteArrayView) {
            reasons->insert(id, reason.toByteArray());
        });
    });
}

void serveDynamic(SocketIo::Server &io)
{
    io.of(QRegularExpression(QStringLiteral("/room-\\d+"))).onConnection([](Socket &socket) {
        socket.emit("welcome", Args{QString::fromUtf8(socket.nsp().name())});
    });
}

} // namespace

int main(int argc, char *argv[])
{
    App::prepareProcess();
    const QCoreApplication application(argc, argv);
    const auto commandLine = App::CommandLine::parse(QCoreApplication::arguments());
    if (!commandLine) {
        std::fprintf(stderr, "%s\n", qPrintable(commandLine.error()));
        return 2;
    }
    App::TerminationSignal termination;
    Switchboard::Server server(commandLine->config);
    serveSuite(server.io());
    serveTest(server.io().of("/test"));
    serveDynamic(server.io());
    const auto port = server.start();
    if (!port) {
        std::fprintf(stderr, "%s\n", qPrintable(port.error().sentence()));
        return 3;
    }
    std::printf("listening on http://127.0.0.1:%d\n", int(*port));
    std::fflush(stdout);
    QObject::connect(
        &termination, &App::TerminationSignal::received, &server, &Switchboard::Server::stop);
    QObject::connect(&server, &Switchboard::Server::stopped, qApp, &QCoreApplication::quit);
    return QCoreApplication::exec();
}
