// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "socketio/server.h"

#include "core/logging.h"

#include <algorithm>

namespace Switchboard::SocketIo {

Server::Server(Net::Reactor &reactor, const ServerConfig &config, Traffic::Tap &tap,
    AdapterFactory adapterFactory)
    : m_reactor(reactor)
    , m_config(config)
    , m_tap(tap)
    , m_adapterFactory(std::move(adapterFactory))
    , m_decodeLimits{config.limits.eventName, config.limits.attachments, config.limits.json}
    , m_root(&create("/", {}, nullptr))
{
    if (config.acceptAnyNamespace) {
        m_catchAll = std::make_unique<ParentNamespace>(
            [](QByteArrayView, QByteArrayView) { return true; });
    }
}

Server::~Server()
{
    Q_ASSERT(m_clients.isEmpty());
}

std::unique_ptr<EngineIo::SessionHandler> Server::opened(EngineIo::Session &session)
{
    return std::make_unique<Client>(*this, session);
}

Namespace &Server::of(QByteArrayView name)
{
    const QByteArray full = name.startsWith('/') ? name.toByteArray() : '/' + name.toByteArray();
    Namespace *existing = find(full);
    if (!existing) {
        return create(full, {}, nullptr);
    }
    if (existing->m_isChild) {
        existing->m_isChild = false; // the program may keep the reference
        --m_childCount;
    }
    return *existing;
}

ParentNamespace &Server::of(const QRegularExpression &pattern)
{
    const QRegularExpression whole(
        QRegularExpression::anchoredPattern(pattern.pattern()), pattern.patternOptions());
    return of([whole](QByteArrayView name, QByteArrayView) {
        return whole.match(QString::fromUtf8(name)).hasMatch();
    });
}

ParentNamespace &Server::of(ParentNamespace::Matcher matches)
{
    m_parents.push_back(std::make_unique<ParentNamespace>(std::move(matches)));
    return *m_parents.back();
}

void Server::onNewNamespace(std::function<void(Namespace &)> handler)
{
    m_newNamespaceHandlers.push_back(std::move(handler));
}

void Server::setReactions(std::shared_ptr<const Reactions> reactions)
{
    m_reactions = std::move(reactions);
    for (const auto &nsp : m_namespaces) {
        nsp->m_reactions = ReactionIndex(m_reactions, nsp->name());
    }
}

Namespace *Server::find(QByteArrayView name) const
{
    return m_byName.value(QByteArray::fromRawData(name.data(), name.size()));
}

void Server::forEachNamespace(const std::function<void(Namespace &)> &visit) const
{
    for (std::size_t i = 0; i < m_namespaces.size(); ++i) {
        visit(*m_namespaces[i]);
    }
}

void Server::forEachClient(const std::function<void(Client &)> &visit) const
{
    for (Client *client : m_clients) {
        visit(*client);
    }
}

void Server::close()
{
    const auto serials = m_clients.keys();
    for (const quint32 serial : serials) {
        if (Client *leaving = client(serial)) {
            leaving->session().close(EngineIo::CloseReason::ServerShuttingDown);
        }
    }
}

QByteArray &Server::encodeBuffer()
{
    constexpr qsizetype largestKept = 64 * 1024;
    if (m_encodeBuffer.capacity() > largestKept) {
        m_encodeBuffer = QByteArray();
    }
    m_encodeBuffer.resize(0); // keeps the memory
    return m_encodeBuffer;
}

Namespace *Server::resolve(QByteArrayView name, QByteArrayView auth, ConnectError &refusal)
{
    if (Namespace *existing = find(name)) {
        return existing;
    }
    refusal.message = "Invalid namespace";
    const auto matching = std::ranges::find_if(
        m_parents, [&](const auto &parent) { return parent->m_matches(name, auth); });
    ParentNamespace *parent = matching != m_parents.end() ? matching->get() : m_catchAll.get();
    if (!parent) {
        return nullptr;
    }
    if (m_childCount >= m_config.limits.dynamicNamespaces) {
        dropEmptyChildren();
    }
    if (name.size() > m_config.limits.namespaceName
        || m_childCount >= m_config.limits.dynamicNamespaces) {
        m_reactor.counters().add(Counter::NamespaceLimit);
        return nullptr;
    }
    return &create(name.toByteArray(), parent->m_setup, parent);
}

Namespace &Server::create(QByteArray name, NamespaceSetup setup, ParentNamespace *parent)
{
    m_namespaces.push_back(
        std::make_unique<Namespace>(*this, std::move(name), std::move(setup), parent != nullptr));
    Namespace &nsp = *m_namespaces.back();
    m_byName.insert(nsp.name(), &nsp);
    nsp.m_reactions = ReactionIndex(m_reactions, nsp.name());
    if (parent) {
        ++m_childCount;
        parent->m_children.push_back(&nsp);
    }
    const auto handlers = m_newNamespaceHandlers;
    for (const auto &handler : handlers) {
        handler(nsp);
    }
    return nsp;
}

void Server::childEmptied(Namespace &nsp)
{
    if (m_config.cleanupEmptyChildNamespaces) {
        drop(nsp);
    }
}

void Server::dropEmptyChildren()
{
    std::vector<Namespace *> empty;
    for (const auto &nsp : m_namespaces) {
        if (nsp->m_isChild && nsp->isUnused()) {
            empty.push_back(nsp.get());
        }
    }
    for (Namespace *nsp : empty) {
        drop(*nsp);
    }
}

void Server::drop(Namespace &nsp)
{
    qCDebug(lcSocketIo) << "namespace freed" << nsp.name();
    --m_childCount;
    m_byName.remove(nsp.name());
    for (const auto &parent : m_parents) {
        std::erase(parent->m_children, &nsp);
    }
    if (m_catchAll) {
        std::erase(m_catchAll->m_children, &nsp);
    }
    const auto found = std::ranges::find_if(
        m_namespaces, [&](const auto &candidate) { return candidate.get() == &nsp; });
    // Its sockets' frames may still be above us.
    m_reactor.bury(std::move(*found));
    m_namespaces.erase(found);
}

} // namespace Switchboard::SocketIo
