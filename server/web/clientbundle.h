// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "net/httpresponder.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

namespace Switchboard::Web {

/**
 * Serves the browser client as <path>/socket.io.js and its variants, as the Node server does.
 *
 * The files are socket.io-client's own, kept in the program gzipped and sent that way to whoever
 * accepts it.
 *
 * Thread: engine thread.
 */
class ClientBundle final : public Net::HttpHandler
{
public:
    /** @param enginePath such as "/socket.io" */
    explicit ClientBundle(QByteArray enginePath);

    /** True for every path below the engine's that looks like a client file, there or not. */
    bool serves(QByteArrayView path) const;

    void handle(Net::HttpRequest request, Net::HttpResponder responder) override;

    /** Precondition: serves(request.path()). */
    Net::HttpResponse respond(const Net::HttpRequest &request);

    /** Of the embedded client, as in its package.json. */
    static QByteArray version();

private:
    const QByteArray &plain(const QByteArray &name, const QByteArray &zipped);

    QByteArray m_prefix;
    QByteArray m_etag;
    QHash<QByteArray, QByteArray> m_plain; // inflated for those who do not accept gzip
};

} // namespace Switchboard::Web
