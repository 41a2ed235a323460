// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QVarLengthArray>

#include <memory>
#include <vector>

namespace Switchboard::SocketIo {

/** Names one registration, to take it back. */
using ListenerId = quint32;

/**
 * Handlers by event name, called in the order of registration.
 *
 * As with a JavaScript emitter, a call sees the handlers that were there when it began: they may
 * add and remove any handler, themselves included. The shared ownership is what keeps a handler
 * alive that removes itself.
 *
 * Thread: engine thread. Must outlive its calls.
 */
template <typename Handler> class ListenerList
{
public:
    ListenerId add(QByteArrayView name, Handler handler, bool first = false)
    {
        Entry entry{++m_lastId, name.toByteArray(), std::make_shared<Handler>(std::move(handler))};
        m_entries.insert(first ? m_entries.begin() : m_entries.end(), std::move(entry));
        return m_lastId;
    }

    void remove(ListenerId id)
    {
        std::erase_if(m_entries, [id](const Entry &entry) { return entry.id == id; });
    }

    void removeAll(QByteArrayView name)
    {
        std::erase_if(m_entries, [name](const Entry &entry) { return entry.name == name; });
    }

    bool isEmpty() const { return m_entries.empty(); }

    template <typename... Arguments> void call(QByteArrayView name, Arguments &&...arguments)
    {
        QVarLengthArray<std::shared_ptr<Handler>, 4> handlers;
        for (const Entry &entry : m_entries) {
            if (entry.name == name) {
                handlers.append(entry.handler);
            }
        }
        for (const auto &handler : handlers) {
            (*handler)(arguments...);
        }
    }

private:
    struct Entry
    {
        ListenerId id;
        QByteArray name;
        std::shared_ptr<Handler> handler;
    };

    std::vector<Entry> m_entries;
    ListenerId m_lastId = 0;
};

} // namespace Switchboard::SocketIo
