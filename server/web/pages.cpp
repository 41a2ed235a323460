// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "web/pages.h"

namespace Switchboard::Web {

namespace {

// style-src of appendPageHeaders() lets files of ours in, and this one page's own style.
constexpr const char *pageStyle
    = ":root{color-scheme:light dark}"
      "body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:15vh auto;padding:0 1rem}"
      "h1{font-size:1.4rem}";

void appendPolicy(Net::HttpHeaders &headers, const QByteArray &styles)
{
    headers.append("Content-Security-Policy",
        "default-src 'self'; style-src " + styles
            + "; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; "
              "frame-ancestors 'none'");
    headers.append("X-Frame-Options", "DENY");
    headers.append("X-Content-Type-Options", "nosniff");
    headers.append("Referrer-Policy", "no-referrer");
}

} // namespace

void appendPageHeaders(Net::HttpHeaders &headers)
{
    appendPolicy(headers, "'self'");
}

Net::HttpResponse page(int status, const QByteArray &title, const QByteArray &body)
{
    Net::HttpResponse response(status, "text/html; charset=utf-8",
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width\"><title>"
            + title + "</title><style>" + pageStyle + "</style></head><body><h1>" + title + "</h1>"
            + body + "</body></html>\n");
    response.headers.append("Cache-Control", "no-store");
    appendPolicy(response.headers, "'unsafe-inline'");
    return response;
}

Net::HttpResponse redirect(const QByteArray &location)
{
    Net::HttpResponse response(302, "text/plain", {});
    response.headers.append("Location", location);
    response.headers.append("Cache-Control", "no-store");
    return response;
}

Net::HttpResponse demoListPage(const QList<QByteArray> &ids)
{
    if (ids.isEmpty()) {
        return page(200, "Switchboard", "<p>The server is running. It has no demo to show.</p>");
    }
    QByteArray items;
    for (const QByteArray &id : ids) {
        items += "<li><a href=\"/demo/" + id + "/\">" + id + "</a></li>";
    }
    return page(200, "Switchboard", "<p>Demos of this server:</p><ul>" + items + "</ul>");
}

Net::HttpResponse notFoundPage()
{
    return page(404, "Not found",
        "<p>There is nothing at this address. <a href=\"/\">See what is here</a>.</p>");
}

} // namespace Switchboard::Web
