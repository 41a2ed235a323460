// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "redis/client.h"
#include "socketio/server.h"

#include <QByteArray>
#include <QList>
#include <QObject>

#include <optional>

namespace Switchboard::SocketIo {

/** One message of python-socketio's managers. */
struct PythonMessage
{
    enum class Method : quint8 { Emit, Disconnect, EnterRoom, LeaveRoom, CloseRoom };

    Method method = Method::Emit;
    QByteArray hostId;
    QByteArray nsp;
    QByteArray sid;
    QByteArrayList rooms;
    QByteArrayList skip;
    QByteArray event;
    QByteArray args; // raw JSON, separated by commas
    QList<QByteArray> attachments;
    /** Of Emit, when its sender wants an answer: sid, namespace and id as they stood. */
    QByteArrayList callback;
};

/** Nothing: a message of another kind, or none. Total. */
std::optional<PythonMessage> decodePythonMessage(QByteArrayView json);

/**
 * Does what python-socketio's servers and write-only managers say on their channel, so that a
 * Django or Flask program can emit to our clients.
 *
 * Only hears: our own emits do not go there. Each server of a cluster listens and serves its own
 * clients. Messages of versions before 5.14 are pickles, which are never opened.
 *
 * Thread: engine thread. Server and client outlive it.
 * Protocol: python-socketio RedisManager, 5.14 and later.
 */
class PythonChannel final : private Redis::Subscriber
{
public:
    PythonChannel(Server &io, Redis::Client &client, QByteArray channel = "socketio");
    ~PythonChannel() override;
    Q_DISABLE_COPY_MOVE(PythonChannel)

    quint64 ignored() const { return m_ignored; }

    /** Of these, written by a version that pickles. */
    quint64 pickled() const { return m_pickled; }

private:
    void message(const Redis::Message &message) override;

    bool isShown() const override { return false; }

    void emitEvent(Namespace &nsp, const PythonMessage &message);

    Server &m_io;
    Redis::Client &m_client;
    const QByteArray m_channel;
    quint64 m_ignored = 0;
    quint64 m_pickled = 0;
    QObject m_lifetime; // answers of clients may come after us
};

} // namespace Switchboard::SocketIo
