// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "web/router.h"

#include "web/fileresponse.h"
#include "web/pages.h"
#include "web/requestpath.h"

#include <algorithm>

namespace Switchboard::Web {

namespace {

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
        || c == '_' || c == '~' || c == '.';
}

/** @p path with '/' at its end, and the query. Built from the request as it stood. */
QByteArray withSlash(const Net::HttpRequest &request)
{
    QByteArray location = request.path().toByteArray() + '/';
    if (request.path().size() < request.target.size()) {
        location += '?' + request.query().toByteArray();
    }
    return location;
}

} // namespace

void Router::addRoute(Serves serves, Net::HttpHandler &handler)
{
    m_routes.push_back({std::move(serves), &handler});
}

void Router::addDemo(const QByteArray &id, std::unique_ptr<FileTree> files)
{
    Q_ASSERT(
        !id.isEmpty() && !id.startsWith('.') && std::all_of(id.begin(), id.end(), isUnreserved));
    const auto same = std::find_if(
        m_demos.begin(), m_demos.end(), [&id](const Demo &demo) { return demo.id == id; });
    if (same != m_demos.end()) {
        same->files = std::move(files);
    } else {
        m_demos.push_back({id, std::move(files)});
    }
}

Net::HttpHandler *Router::routeOf(QByteArrayView path) const
{
    for (const Route &route : m_routes) {
        if (route.serves(path)) {
            return route.handler;
        }
    }
    return nullptr;
}

qsizetype Router::maxBody(const Net::HttpRequest &request)
{
    Net::HttpHandler *handler = routeOf(request.path());
    return handler != nullptr ? handler->maxBody(request) : 0;
}

void Router::handle(Net::HttpRequest request, Net::HttpResponder responder)
{
    if (Net::HttpHandler *handler = routeOf(request.path())) {
        handler->handle(std::move(request), std::move(responder));
        return;
    }
    responder.send(respond(request));
}

Net::HttpResponse Router::home() const
{
    if (m_demos.size() == 1) {
        return redirect("/demo/" + m_demos.front().id + '/');
    }
    QList<QByteArray> ids;
    for (const Demo &demo : m_demos) {
        ids.append(demo.id);
    }
    return demoListPage(ids);
}

Net::HttpResponse Router::notFound(const Net::HttpRequest &request) const
{
    if (m_missed) {
        m_missed(request);
    }
    return notFoundPage();
}

Net::HttpResponse Router::respond(const Net::HttpRequest &request) const
{
    std::optional<RequestPath> path = parseRequestPath(request.path());
    if (!path) {
        return notFound(request);
    }
    const bool isHome = path->segments.isEmpty();
    if (!isHome && path->segments.first() != "demo") {
        return notFound(request);
    }
    if (request.method != "GET" && request.method != "HEAD") {
        Net::HttpResponse response(405, "text/plain", "Method Not Allowed");
        response.headers.append("Allow", "GET, HEAD");
        return response;
    }
    if (isHome) {
        return home();
    }
    if (path->segments.size() == 1) {
        return redirect("/");
    }
    const QByteArray &id = path->segments.at(1);
    for (const Demo &demo : m_demos) {
        if (demo.id == id) {
            return respondDemo(request, demo, path->segments.mid(2), path->isFolder);
        }
    }
    return notFound(request);
}

Net::HttpResponse Router::respondDemo(const Net::HttpRequest &request, const Demo &demo,
    QList<QByteArray> segments, bool isFolder) const
{
    if (segments.isEmpty() && !isFolder) {
        return redirect(withSlash(request));
    }
    if (isFolder) {
        segments.append("index.html");
    }
    Result<ServedFile, FileError> file = demo.files->open(segments);
    if (!file) {
        switch (file.error()) {
        case FileError::IsFolder:
            return isFolder ? notFound(request) : redirect(withSlash(request));
        case FileError::Busy: {
            Net::HttpResponse response(503, "text/plain", "Too many files are open");
            response.headers.append("Retry-After", "1");
            return response;
        }
        case FileError::NotFound:
            return notFound(request);
        }
    }
    Net::HttpResponse response = fileResponse(request, std::move(*file), segments.last());
    if (demo.files->isOurs()) {
        appendPageHeaders(response.headers);
    } else {
        response.headers.append("X-Content-Type-Options", "nosniff");
    }
    return response;
}

} // namespace Switchboard::Web
