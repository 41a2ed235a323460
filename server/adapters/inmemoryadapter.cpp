// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "adapters/inmemoryadapter.h"

#include "core/logging.h"
#include "socketio/server.h"
#include "socketio/socket.h"

#include <algorithm>

namespace Switchboard::SocketIo {

/**
 * The sockets one call concerns, each once, gathered before the first is touched.
 *
 * Sockets that end meanwhile turn into gaps; see delAll().
 */
class InMemoryAdapter::Receivers
{
public:
    Receivers(InMemoryAdapter &adapter, const BroadcastTarget &target)
        : m_adapter(adapter)
        , m_begin(adapter.m_receivers.size())
        , m_mark(++adapter.m_mark)
    {
        // Exceptions are marked first, so that they look as if they had been taken already.
        for (const QByteArray &room : target.except) {
            forEachMember(room, [this](Socket &socket) { socket.adapterSlot().mark = m_mark; });
        }
        if (target.rooms.isEmpty()) {
            for (Socket *socket : adapter.m_nsp.sockets()) {
                take(*socket, target.self);
            }
        }
        for (const QByteArray &room : target.rooms) {
            forEachMember(room, [&](Socket &socket) { take(socket, target.self); });
        }
        m_end = adapter.m_receivers.size();
    }

    ~Receivers() { m_adapter.m_receivers.resize(m_begin); }

    Q_DISABLE_COPY_MOVE(Receivers)

    template <typename Visit> void forEach(Visit visit) const
    {
        // By index: a broadcast within a visit may move the list.
        for (auto i = m_begin; i < m_end; ++i) {
            if (Socket *socket = m_adapter.m_receivers[i]) {
                visit(*socket);
            }
        }
    }

private:
    void take(Socket &socket, const Socket *self)
    {
        quint64 &mark = socket.adapterSlot().mark;
        if (mark != m_mark && &socket != self) {
            mark = m_mark;
            m_adapter.m_receivers.push_back(&socket);
        }
    }

    template <typename Visit> void forEachMember(const QByteArray &name, Visit visit)
    {
        if (Socket *owner = m_adapter.m_nsp.socket(Sid::fromText(name))) {
            visit(*owner);
        }
        if (const Room *room = m_adapter.find(name)) {
            for (Socket *member : room->members) {
                visit(*member);
            }
        }
    }

    InMemoryAdapter &m_adapter;
    std::size_t m_begin;
    std::size_t m_end = 0;
    quint64 m_mark;
};

InMemoryAdapter::InMemoryAdapter(Namespace &nsp)
    : m_nsp(nsp)
{ }

InMemoryAdapter::~InMemoryAdapter() = default;

AdapterFactory InMemoryAdapter::factory()
{
    return [](Namespace &nsp) { return std::make_unique<InMemoryAdapter>(nsp); };
}

Room *InMemoryAdapter::find(QByteArrayView name)
{
    const auto found = m_rooms.find(QByteArray::fromRawData(name.data(), name.size()));
    return found == m_rooms.end() ? nullptr : &found->second;
}

bool InMemoryAdapter::hasRoom(QByteArrayView name) const
{
    return m_rooms.contains(QByteArray::fromRawData(name.data(), name.size()))
        || m_nsp.socket(Sid::fromText(name)) != nullptr;
}

bool InMemoryAdapter::addAll(Socket &socket, const QByteArrayList &rooms)
{
    return std::ranges::all_of(rooms, [&](const QByteArray &room) { return add(socket, room); });
}

bool InMemoryAdapter::add(Socket &socket, const QByteArray &name)
{
    if (name == socket.id().view()) {
        return true;
    }
    auto &memberships = socket.adapterSlot().rooms;
    Room *room = find(name);
    if (room && std::ranges::find(memberships, room, &Membership::room) != memberships.end()) {
        return true;
    }
    const Limits &limits = m_nsp.server().config().limits;
    if (name.isEmpty() || name.size() > limits.roomName
        || std::cmp_greater_equal(memberships.size(), limits.roomsPerSocket)
        || (!room && std::cmp_greater_equal(m_rooms.size(), limits.roomsTotal))) {
        m_nsp.server().reactor().counters().add(Counter::RoomLimit);
        return false;
    }
    if (!room) {
        const auto created = m_rooms.try_emplace(name).first;
        room = &created->second;
        room->name = &created->first;
        m_nsp.roomChanged({RoomEvent::Kind::Created, name, nullptr});
    }
    memberships.push_back({room, static_cast<quint32>(room->members.size())});
    room->members.push_back(&socket);
    m_nsp.roomChanged({RoomEvent::Kind::Joined, name, &socket});
    return true;
}

void InMemoryAdapter::del(Socket &socket, QByteArrayView name)
{
    const Room *room = find(name);
    const auto &memberships = socket.adapterSlot().rooms;
    const auto found = std::ranges::find(memberships, room, &Membership::room);
    if (room && found != memberships.end()) {
        leave(socket, static_cast<std::size_t>(found - memberships.begin()));
    }
}

void InMemoryAdapter::delAll(Socket &socket)
{
    std::ranges::replace(m_receivers, &socket, nullptr);
    while (!socket.adapterSlot().rooms.empty()) {
        leave(socket, socket.adapterSlot().rooms.size() - 1);
    }
}

void InMemoryAdapter::leave(Socket &socket, std::size_t membership)
{
    auto &memberships = socket.adapterSlot().rooms;
    const auto [room, index] = memberships[membership];
    memberships.erase(memberships.begin() + static_cast<std::ptrdiff_t>(membership));

    // The last member takes the free place, and has to know.
    Socket *last = room->members.back();
    room->members[index] = last;
    room->members.pop_back();
    if (last != &socket) {
        std::ranges::find(last->adapterSlot().rooms, room, &Membership::room)->index = index;
    }

    const QByteArray name = *room->name;
    const bool isEmpty = room->members.empty();
    if (isEmpty) {
        m_rooms.erase(name);
    }
    m_nsp.roomChanged({RoomEvent::Kind::Left, name, &socket});
    if (isEmpty) {
        m_nsp.roomChanged({RoomEvent::Kind::Deleted, name, nullptr});
    }
}

QByteArrayList InMemoryAdapter::socketRooms(const Socket &socket) const
{
    QByteArrayList names;
    for (const Membership &membership : socket.adapterSlot().rooms) {
        names.append(*membership.room->name);
    }
    return names;
}

QList<std::pair<QByteArray, int>> InMemoryAdapter::rooms() const
{
    QList<std::pair<QByteArray, int>> rooms;
    rooms.reserve(static_cast<qsizetype>(m_rooms.size()));
    for (const auto &[name, room] : m_rooms) {
        rooms.append({name, static_cast<int>(room.members.size())});
    }
    return rooms;
}

int InMemoryAdapter::broadcast(const BroadcastTarget &target, const Outgoing &outgoing)
{
    int sent = 0;
    quint64 dropped = 0;
    Receivers(*this, target).forEach([&](Socket &socket) {
        if (outgoing.flags().isVolatile && !socket.isWritable()) {
            ++dropped;
            return;
        }
        ++sent;
        socket.deliver(outgoing);
    });
    m_nsp.server().reactor().counters().add(Counter::VolatileDropped, dropped);
    return sent;
}

int InMemoryAdapter::broadcastWithAck(const BroadcastTarget &target, const Outgoing &outgoing,
    std::chrono::milliseconds timeout, const BroadcastAcks::Ptr &acks)
{
    int sent = 0;
    Receivers(*this, target).forEach([&](Socket &socket) {
        const auto answered
            = [acks, id = socket.id(), client = socket.client()](const AckReply &reply) {
                  acks->take({
                      .socket = id,
                      .client = client,
                      .outcome = reply.outcome,
                      .json = reply.args.json.toByteArray(),
                      .attachments = {reply.args.attachments.begin(), reply.args.attachments.end()},
                      .latency = reply.latency,
                  });
              };
        if ((outgoing.flags().isVolatile && !socket.isWritable())
            || !socket.expectAck(outgoing.ackId(), timeout, answered)) {
            return;
        }
        ++sent;
        acks->expect(1);
        socket.deliver(outgoing);
    });
    return sent;
}

QList<Sid> InMemoryAdapter::sockets(const BroadcastTarget &target)
{
    QList<Sid> ids;
    Receivers(*this, target).forEach([&](Socket &socket) { ids.append(socket.id()); });
    return ids;
}

void InMemoryAdapter::fetchSockets(
    const BroadcastTarget &target, std::function<void(const QList<SocketInfo> &)> done)
{
    QList<SocketInfo> sockets;
    Receivers(*this, target).forEach([&](Socket &socket) {
        sockets.append({socket.id(), socket.client(), socketRooms(socket), socket.data()});
    });
    done(sockets);
}

void InMemoryAdapter::addSockets(const BroadcastTarget &target, const QByteArrayList &rooms)
{
    Receivers(*this, target).forEach([&](Socket &socket) { addAll(socket, rooms); });
}

void InMemoryAdapter::delSockets(const BroadcastTarget &target, const QByteArrayList &rooms)
{
    Receivers(*this, target).forEach([&](Socket &socket) {
        for (const QByteArray &room : rooms) {
            del(socket, room);
        }
    });
}

void InMemoryAdapter::disconnectSockets(const BroadcastTarget &target, bool close)
{
    Receivers(*this, target).forEach([close](Socket &socket) { socket.disconnect(close); });
}

bool InMemoryAdapter::serverSideEmit(QByteArrayView event, const ArgsView &)
{
    qCWarning(lcAdapter) << "no other server to emit to:" << event;
    return false;
}

} // namespace Switchboard::SocketIo
