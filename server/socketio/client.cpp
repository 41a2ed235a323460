// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/client.h"

#include "core/logging.h"
#include "socketio/decoder.h"
#include "socketio/encoder.h"
#include "socketio/namespace.h"
#include "socketio/records.h"
#include "socketio/server.h"

#include <algorithm>

namespace Switchboard::SocketIo {

namespace {

/** What a connection that is ended by us reports, as the reference server does. */
EngineIo::CloseReason closeReason(const EngineIo::Session &session)
{
    return session.via() == Traffic::Via::Polling && !session.isWritable()
        ? EngineIo::CloseReason::ForcedServerClose
        : EngineIo::CloseReason::ForcedClose;
}

} // namespace

/** A binary packet whose attachments have not all come. */
struct Client::Unfinished
{
    QByteArray text; // what packet views
    Packet packet;
    QList<QByteArray> attachments;
    qsizetype bytes = 0;
    WheelTimer deadline;
};

Client::Client(Server &server, EngineIo::Session &session)
    : m_server(server)
    , m_session(session)
    , m_connectTimer([this] {
        m_server.reactor().counters().add(Counter::ConnectTimeout);
        m_session.close(closeReason(m_session));
    })
{
    m_server.m_clients.insert(session.serial(), this);
    watchMembership();
}

Client::~Client()
{
    Q_ASSERT(m_sockets.empty());
}

void Client::message(QByteArrayView data, bool binary)
{
    if (binary) {
        binaryMessage(data);
    } else if (m_unfinished) {
        violation("text while attachments are due", m_unfinished->packet.nsp);
    } else if (data.startsWith('5') || data.startsWith('6')) {
        beginBinary(data);
    } else if (const auto packet = decode(data, m_server.decodeLimits())) {
        handle(*packet, {});
    } else {
        violation(text(packet.error()), {});
    }
}

void Client::beginBinary(QByteArrayView data)
{
    auto unfinished = std::make_unique<Unfinished>();
    unfinished->text = data.toByteArray();
    auto packet = decode(unfinished->text, m_server.decodeLimits());
    if (!packet) {
        violation(text(packet.error()), {});
        return;
    }
    if (!socket(packet->nsp)) {
        violation("not in this namespace", packet->nsp);
        return;
    }
    unfinished->packet = std::move(*packet);
    unfinished->deadline.setCallback(
        [this] { violation("attachments did not come in time", m_unfinished->packet.nsp); });
    unfinished->deadline.start(
        m_server.reactor().timers(), m_server.config().limits.attachmentTime);
    m_unfinished = std::move(unfinished);
}

void Client::binaryMessage(QByteArrayView bytes)
{
    if (!m_unfinished) {
        violation("attachment without a packet", {});
        return;
    }
    m_unfinished->bytes += bytes.size();
    if (m_unfinished->bytes > 4 * m_server.config().maxHttpBufferSize) {
        violation("attachments too large", m_unfinished->packet.nsp);
        return;
    }
    m_unfinished->attachments.append(bytes.toByteArray());
    if (m_unfinished->attachments.size() < m_unfinished->packet.attachments) {
        return;
    }
    const auto complete = std::move(m_unfinished);
    complete->deadline.stop();
    handle(complete->packet,
        {complete->attachments.constData(),
            static_cast<std::size_t>(complete->attachments.size())});
}

void Client::handle(const Packet &packet, std::span<const QByteArray> attachments)
{
    if (packet.type == PacketType::Connect) {
        connectTo(packet);
        return;
    }
    Socket *target = socket(packet.nsp);
    if (!target || packet.type == PacketType::ConnectError) {
        violation(target ? "only servers refuse" : "not in this namespace", packet.nsp);
    } else if (packet.type == PacketType::Disconnect) {
        target->leaveNamespace("client namespace disconnect", {});
    } else if (packet.isAck()) {
        target->receiveAck(packet, attachments);
    } else {
        target->receive(packet, attachments, 0);
    }
}

void Client::connectTo(const Packet &packet)
{
    const Limits &limits = m_server.config().limits;
    Counters &counters = m_server.reactor().counters();
    if (find(packet.nsp)) {
        violation("joined twice", packet.nsp);
        return;
    }
    if (std::cmp_greater_equal(m_sockets.size(), limits.namespacesPerClient)) {
        counters.add(Counter::NamespaceLimit);
        refuse(packet.nsp, {"Too many namespaces", {}});
        return;
    }
    if (packet.payload.size() > limits.authBytes) {
        counters.add(Counter::AuthTooLarge);
        refuse(packet.nsp, {"Auth payload too large", {}});
        return;
    }
    ConnectError refusal;
    Namespace *nsp = m_server.resolve(packet.nsp, packet.payload, refusal);
    if (!nsp) {
        refuse(packet.nsp, refusal);
        return;
    }
    m_sockets.push_back(std::make_unique<Socket>(*this, *nsp, packet.payload));
    m_connectTimer.stop(); // a middleware may hold the client as long as it needs
    nsp->admit(*m_sockets.back());
}

void Client::refuse(QByteArrayView nsp, const ConnectError &error)
{
    Traffic::Tap &tap = m_server.tap();
    if (tap.isOn(Traffic::Kind::Error)) {
        Traffic::Record record;
        record.kind = Traffic::Kind::Error;
        record.client = m_session.serial();
        record.via = m_session.via();
        record.nsp = nsp;
        record.event = "connect_error";
        record.payload = error.message;
        tap.record(record);
    }
    QByteArray &text = m_server.encodeBuffer();
    appendConnectError(text, nsp, error.message, error.data);
    m_session.send(EngineIo::EncodedPacket::message(text));
}

void Client::violation(const char *what, QByteArrayView nsp)
{
    const auto reason = closeReason(m_session);
    qCDebug(lcSocketIo) << "client" << m_session.serial() << what;
    m_server.reactor().counters().add(Counter::PacketRefused);
    Traffic::Tap &tap = m_server.tap();
    if (tap.isOn(Traffic::Kind::Error)) {
        Traffic::Record record;
        record.kind = Traffic::Kind::Error;
        record.client = m_session.serial();
        record.via = m_session.via();
        record.nsp = nsp;
        record.event = QByteArrayView(what);
        record.payload = QByteArrayView(EngineIo::text(reason));
        tap.record(record);
    }
    m_session.close(reason); // ends this object too
}

void Client::closed(EngineIo::CloseReason reason, QByteArrayView description)
{
    m_connectTimer.stop();
    m_unfinished.reset();
    m_server.m_clients.remove(m_session.serial());
    // Handlers may end sockets of this client themselves, so the list may shrink by any number.
    for (auto i = m_sockets.size(); i > 0; i = std::min(i - 1, m_sockets.size())) {
        m_sockets[i - 1]->leaveNamespace(QByteArrayView(EngineIo::text(reason)), description);
    }
    // What is left is on its way out further up the stack: a handler of its ended the session.
    while (!m_sockets.empty()) {
        release(*m_sockets.back());
    }
}

Socket *Client::find(QByteArrayView nsp) const
{
    const auto found = std::ranges::find_if(
        m_sockets, [nsp](const auto &socket) { return socket->nsp().name() == nsp; });
    return found == m_sockets.end() ? nullptr : found->get();
}

Socket *Client::socket(QByteArrayView nsp) const
{
    Socket *socket = find(nsp);
    return socket && socket->isConnected() ? socket : nullptr;
}

void Client::forEachSocket(const std::function<void(Socket &)> &visit) const
{
    for (const auto &socket : m_sockets) {
        if (socket->isConnected()) {
            visit(*socket);
        }
    }
}

void Client::disconnect()
{
    EngineIo::Session &session = m_session;
    std::vector<Socket *> sockets;
    forEachSocket([&](Socket &socket) { sockets.push_back(&socket); });
    for (Socket *socket : sockets) {
        socket->disconnect(); // the object stays until the end of the turn
    }
    session.close(closeReason(session));
}

void Client::release(Socket &socket)
{
    const auto found = std::ranges::find_if(
        m_sockets, [&](const auto &candidate) { return candidate.get() == &socket; });
    socket.m_client = nullptr;
    m_server.reactor().bury(std::move(*found));
    m_sockets.erase(found);
    watchMembership();
}

void Client::watchMembership()
{
    if (m_sockets.empty() && m_session.isOpen() && !m_connectTimer.isActive()) {
        m_connectTimer.start(m_server.reactor().timers(), m_server.config().connectTimeout);
    }
}

} // namespace Switchboard::SocketIo
