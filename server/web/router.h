// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "net/httpresponder.h"
#include "web/filetree.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <vector>

namespace Switchboard::Web {

/**
 * Sends each request to whom its path belongs: first the routes, in the order they were added, then
 * the demos under /demo/<id>/, and what is left gets our 404 page.
 *
 * Thread: engine thread. Borrows the handlers of the routes, owns the demos.
 */
class Router final : public Net::HttpHandler
{
public:
    using Serves = std::function<bool(QByteArrayView path)>;
    using Missed = std::function<void(const Net::HttpRequest &)>;

    void addRoute(Serves serves, Net::HttpHandler &handler);

    /** @p id is unreserved characters of a URL; an earlier demo of that id is replaced. */
    void addDemo(const QByteArray &id, std::unique_ptr<FileTree> files);

    /** Told of requests that nothing serves. */
    void setMissed(Missed missed) { m_missed = std::move(missed); }

    qsizetype maxBody(const Net::HttpRequest &request) override;
    void handle(Net::HttpRequest request, Net::HttpResponder responder) override;

    /** The answer to what no route takes. */
    Net::HttpResponse respond(const Net::HttpRequest &request) const;

private:
    struct Route
    {
        Serves serves;
        Net::HttpHandler *handler;
    };

    struct Demo
    {
        QByteArray id;
        std::unique_ptr<FileTree> files;
    };

    Net::HttpHandler *routeOf(QByteArrayView path) const;
    Net::HttpResponse respondDemo(const Net::HttpRequest &request, const Demo &demo,
        QList<QByteArray> segments, bool isFolder) const;
    Net::HttpResponse home() const;
    Net::HttpResponse notFound(const Net::HttpRequest &request) const;

    std::vector<Route> m_routes;
    std::vector<Demo> m_demos;
    Missed m_missed;
};

} // namespace Switchboard::Web
