// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/counters.h"
#include "core/result.h"
#include "core/serverconfig.h"
#include "traffic/tap.h"
#include "traffic/trafficring.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace Switchboard {

namespace SocketIo {
class Server;
}

/** One client's place in one namespace. */
struct MembershipInfo
{
    QByteArray nsp;
    QByteArray socketId;
    qint64 joinedAt = 0; // µs since 1970
    QByteArrayList rooms; // without the socket's own
    QByteArray auth; // JSON object, or empty
    QByteArray data; // JSON of socket.data, or empty
};

/** One connection, as a value that may cross threads. */
struct ClientInfo
{
    quint32 serial = 0;
    QByteArray sid; // secret: shorten it before showing
    QByteArray address;
    QByteArray target; // of the handshake request
    QList<std::pair<QByteArray, QByteArray>> headers;
    Traffic::Via via = Traffic::Via::None;
    bool upgrading = false;
    qint64 openedAt = 0; // µs since 1970
    qint64 lastActivity = 0; // µs since 1970
    qint64 roundTrip = 0; // µs, 0 = not measured yet
    quint32 messagesIn = 0;
    quint32 messagesOut = 0;
    quint64 bytesIn = 0;
    quint64 bytesOut = 0;
    qsizetype queued = 0;
    QList<MembershipInfo> memberships;
};

struct NamespaceInfo
{
    QByteArray name;
    int sockets = 0;
    /** Rooms and their number of members; private rooms (a socket's own) are left out. */
    QList<std::pair<QByteArray, int>> rooms;
};

/** Numbers of the moment; cheap to take many times a second. */
struct Snapshot
{
    Traffic::Totals totals;
    Counters counters;
    int clients = 0;
    int webSocket = 0;
    int polling = 0;
    quint64 trafficDropped = 0;
};

/** Whom an operator's emit goes to, in one namespace. Nothing named: everyone. */
struct EmitTarget
{
    QByteArray nsp = "/";
    QByteArrayList rooms;
    QList<quint32> clients; // serials
    QByteArrayList exceptRooms;
    QList<quint32> exceptClients;
};

struct EmitRequest
{
    EmitTarget target;
    QByteArray event;
    /** Valid JSON texts, one per argument; {"_placeholder":true,"num":n} refers to attachments. */
    QByteArrayList arguments;
    QByteArrayList attachments;
    bool isVolatile = false;
    /** Zero: no ack asked. */
    std::chrono::milliseconds ackTimeout{0};
};

/** One client's answer to an EmitRequest, or that none came in time. */
struct AckAnswer
{
    quint32 client = 0;
    bool answered = false;
    QByteArray payload; // raw JSON arguments separated by commas
    std::chrono::microseconds latency{0};
};

/** Where the server can be reached, or why not. */
struct ListenError
{
    enum class Reason : quint8 { PortTaken = 1, PortDenied, AddressUnknown, Other };

    Reason reason = Reason::Other;
    QString host;
    quint16 port = 0;
    QString detail;

    /** What happened and what to do, for the operator. */
    QString sentence() const;
};

/**
 * The whole engine behind one object: composition root and the only door for app/.
 *
 * Owns reactor, listeners, HTTP router, Engine.IO, Socket.IO, reactions, static folders. All
 * methods belong to the thread the object lives in (the engine thread); values they return and
 * take may cross threads. app/engine/EngineHost is the only one that calls across.
 *
 * Signals are for human rates.
 */
class Server : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Server)

public:
    explicit Server(ServerConfig config, QObject *parent = nullptr);
    ~Server() override;

    /** Rules from a reactions file; replaces those before. Error: a sentence with line and column.
     */
    Result<int, QString> setReactions(const QByteArray &json, const QString &fileName);

    /** Serves @p folder under /demo/<name>/. Error: a sentence. */
    Result<bool, QString> addFolder(const QString &name, const QString &folder);

    /** Test routes of the conformance suites; off unless called before start(). */
    void enableWebSocketEcho(const QByteArray &path);
    void enableEngineEcho(const QByteArray &path);

    /** Listens. @return the port. */
    Result<quint16, ListenError> start();

    /** Also listens on @p addresses at the same port, or no longer on those not named. Main
     * listener unaffected. */
    Result<bool, ListenError> setSharedAddresses(const QStringList &addresses);

    bool isListening() const;
    quint16 port() const;

    /**
     * Stops listening, tells every client (WebSocket close, polling close packet) and emits
     * stopped() when all are gone, after at most five seconds.
     */
    void stop();

    SocketIo::Server &io();
    Traffic::Tap &tap();
    const ServerConfig &config() const;

    /** Takes effect now for what can: CORS, origins, limits of new connections. */
    void allowOrigin(const QByteArray &origin);

    Snapshot snapshot() const;
    /** @param most upper bound of the list, oldest clients first */
    QList<ClientInfo> clients(int most = 100'000) const;
    /** Nothing when it has left. */
    std::optional<ClientInfo> client(quint32 serial) const;
    QList<NamespaceInfo> namespaces() const;

    /**
     * Emits as the operator.
     *
     * @param answers called once per addressed client when an ack was asked for (on the engine
     *                thread), as answers come and for the rest at the timeout
     * @return the serials of the clients it was addressed to
     */
    QList<quint32> emitEvent(
        const EmitRequest &request, std::function<void(const AckAnswer &)> answers = {});
    /** Who would get it now. */
    int reach(const EmitTarget &target) const;

    /** Ends the namespace membership with a DISCONNECT packet, or of all namespaces and the
     * connection when @p nsp is empty. False when unknown. */
    bool disconnectClient(quint32 serial, const QByteArray &nsp = {});
    bool joinRoom(quint32 serial, const QByteArray &nsp, const QByteArray &room);
    bool leaveRoom(quint32 serial, const QByteArray &nsp, const QByteArray &room);

Q_SIGNALS:
    void stopped();
    /** Something an operator should read: Appendix B's texts are made from it. */
    void problem(const QString &id, const QStringList &arguments);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Switchboard
