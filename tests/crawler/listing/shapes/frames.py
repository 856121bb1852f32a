"""What stands around listings: heads with menus in tiers, notices of cookies, crumbs, filters, side columns, feet of links."""

from __future__ import annotations

_WORK = (
    "Emergencies",
    "Food security",
    "Migration",
    "Climate and oceans",
    "Gender equality",
    "Education",
    "Statistics",
    "Governance",
)
_PLACES = (
    "Africa",
    "Arab States",
    "Asia and the Pacific",
    "Europe and Central Asia",
    "Latin America and the Caribbean",
)


def _items(base: str, names: tuple[str, ...], item: str = "", link: str = "") -> str:
    return "".join(
        f'<li class="{item}"><a class="{link}" href="{base}/{name.lower().replace(" ", "-")}">{name}</a></li>'
        for name in names
    )


COOKIES = (
    '<div id="cookie-law-bar" class="cookie-bar" role="dialog" aria-live="polite" data-nosnippet="true"><h2>We value your privacy</h2><p>We use cookies to '
    'remember your language and to count visits. Read our <a href="/cookie-policy">cookie policy</a>.</p><button data-cky="accept">Accept all</button>'
    '<button data-cky="reject">Reject all</button><a href="#" class="cky-settings">Cookie settings</a></div>'
)
SKIP = '<a href="#main-content" class="visually-hidden focusable skip-link">Skip to main content</a>'
SHARE = (
    '<ul class="share-links"><li><a href="https://face.example/sharer?u=x" target="_blank"><span class="sr-only">Share on Face</span><i class="fab fa-face">'
    '</i></a></li><li><a href="https://chirp.example/intent?url=x"><span class="sr-only">Share on Chirp</span></a></li><li><a href="mailto:?subject=x">'
    '<span class="sr-only">Mail</span></a></li></ul>'
)


def agency(main: str, *, title: str = "Publications", aside: str = "") -> str:
    """An agency of many countries: a bar of languages, a menu in two tiers, crumbs, a foot in columns."""
    return (
        f'{SKIP}{COOKIES}<div class="dialog-off-canvas-main-canvas"><header class="site-header" role="banner"><div class="top-bar"><ul class="language-switcher">'
        '<li class="is-active"><a href="/en" hreflang="en" lang="en">English</a></li><li><a href="/fr" hreflang="fr" lang="fr">Français</a></li><li>'
        '<a href="/es" hreflang="es" lang="es">Español</a></li><li><a href="/ar" hreflang="ar" lang="ar">العربية</a></li></ul><form action="/search" class="search-form">'
        '<label class="sr-only" for="q">Search</label><input id="q" name="q" type="search" placeholder="Search"><button>Search</button></form></div>'
        '<a class="logo" href="/" rel="home"><svg width="180" height="44" viewBox="0 0 180 44"><title>Home</title><path d="M0 0h10v10z"/></svg></a>'
        '<nav aria-label="Main navigation"><ul class="menu menu--main"><li class="menu-item menu-item--expanded"><a href="/what-we-do">What we do</a><ul class="menu">'
        f'{_items("/what-we-do", _WORK, "menu-item")}</ul></li><li class="menu-item menu-item--expanded"><a href="/where-we-work">Where we work</a><ul class="menu">'
        f'{_items("/where-we-work", _PLACES, "menu-item")}</ul></li><li class="menu-item"><a href="/publications" class="is-active">Publications</a></li><li class="menu-item">'
        '<a href="/newsroom">Newsroom</a></li><li class="menu-item"><a href="/jobs">Careers</a></li></ul></nav></header><nav class="breadcrumb" aria-label="Breadcrumb">'
        f'<ol><li><a href="/">Home</a></li><li>{title}</li></ol></nav><main role="main"><a id="main-content" tabindex="-1"></a><h1 class="page-title">{title}</h1>'
        f'<div class="layout-content">{main}</div></main>{aside}<section class="newsletter"><h2>Stay informed</h2><p>Receive our monthly letter.</p><form><input type="email" '
        'aria-label="E-mail"><button>Subscribe</button></form></section><footer role="contentinfo"><div class="row"><div class="col"><h3>About</h3><ul>'
        f'{_items("/about", ("Mandate", "Leadership", "Funding", "Accountability"))}</ul></div><div class="col"><h3>Resources</h3><ul>'
        f'{_items("/resources", ("Data portal", "Photo library", "Evaluation reports", "Procurement"))}</ul></div><div class="col"><h3>Follow us</h3>{SHARE}</div></div>'
        '<p class="copyright">© 2024 · <a href="/terms">Terms of use</a> · <a href="/privacy">Privacy</a> · <a href="/fraud">Report fraud</a></p></footer></div>'
        '<script>window.dataLayer=window.dataLayer||[];</script>'
    )  # fmt: skip


def ministry(main: str, *, title: str = "Documents") -> str:
    """A ministry on an old system: a banner, a bar of a menu, a left column of modules, a counter of visits."""
    return (
        '<div id="wrapper"><div id="header"><img src="/templates/gov/images/banner.jpg" alt="Ministry of Rivers"></div><div id="topmenu"><ul class="menu nav" id="mainlevel">'
        + _items("/index.php", ("Home", "About the Ministry", "Departments", "Legislation", "Documents", "Tenders", "Contact us"), "item-101", "mainlevel")
        + '</ul></div><table width="100%" class="body-table"><tr><td valign="top" id="leftcol"><div class="moduletable_menu"><h3>Departments</h3><ul class="menu">'
        + _items("/index.php/departments", ("Planning", "Human Resources", "Water Supply", "Sanitation", "Dams and Irrigation"))
        + '</ul></div><div class="moduletable"><h3>Latest News</h3><ul class="latestnews"><li><a href="/index.php/news/12-a">Minister opens new pumping station</a></li><li>'
        '<a href="/index.php/news/11-b">Call for nominations extended</a></li><li><a href="/index.php/news/10-c">Public notice on water tariffs</a></li></ul></div>'
        '<div class="moduletable"><h3>Visitors</h3><table><tr><td>Today</td><td>124</td></tr><tr><td>All days</td><td>918273</td></tr></table></div></td>'
        f'<td valign="top" id="maincol"><div class="breadcrumbs"><span class="showHere">You are here: </span><a href="/" class="pathway">Home</a> <img src="/arrow.png" alt=""> '
        f'<span>{title}</span></div>{main}</td></tr></table><div id="footer">Copyright © 2024 Ministry of Rivers. All Rights Reserved. <a href="/index.php/sitemap">Site map</a> | '
        '<a href="/webmail">Webmail</a></div></div>'
    )  # fmt: skip


def builder(main: str, *, title: str = "Insights", side: str = "") -> str:
    """A site of a page builder: a sticky head, a hero, sections in sections, a side column of widgets, a foot of widgets."""
    return (
        '<div id="page" class="site"><header class="elementor elementor-12 elementor-location-header" data-elementor-type="header"><section class="e-con e-parent"><div '
        'class="elementor-widget-wrap"><a href="/"><img width="160" src="/wp-content/uploads/logo.svg" alt=""></a><nav class="elementor-nav-menu--main"><ul id="menu-1" '
        f'class="elementor-nav-menu">{_items("", ("Programmes", "People", "Insights", "Events", "Donate"), "menu-item menu-item-type-post_type", "elementor-item")}</ul></nav></div></section></header>'
        f'<section class="hero e-con"><h1 class="elementor-heading-title">{title}</h1><p>Analysis and stories from people who work on it.</p></section><div class="content-wrap"><div class="content-main">{main}</div>'
        f'{side}</div><footer class="elementor-location-footer"><div class="widget"><h4>Recent posts</h4><ul><li><a href="/2024/11/a/">What we learnt this autumn</a></li><li>'
        '<a href="/2024/10/b/">A letter to our donors</a></li><li><a href="/2024/09/c/">Meet the new board</a></li></ul></div><div class="widget"><h4>Contact</h4><p>1 Quay Street<br>'
        '<a href="tel:+100">+1 00</a><br><a href="mailto:i@river.example">i@river.example</a></p></div><p>© 2024. Built by <a href="https://studio.example">Studio</a></p></footer></div>'
        f'{COOKIES}'
    )  # fmt: skip


WIDGETS = (
    '<aside class="sidebar widget-area"><section class="widget widget_search"><form role="search"><input type="search" name="s"><button>Search</button></form></section><section '
    'class="widget widget_recent"><h2 class="widget-title">Most read</h2><ul class="wp-most">'
    + "".join(
        f'<li><a href="/read/m{i}/"><img width="60" height="60" src="/m/{i}.jpg" alt=""></a><a href="/read/m{i}/" class="mr-title">{title}</a><span class="mr-date">{i} June 2024</span></li>'
        for i, title in enumerate(("How to read a budget", "Five charts on migration", "An interview with a mayor", "The year in maps", "Why wells fail"), 1)
    )
    + '</ul></section><section class="widget widget_categories"><h2 class="widget-title">Topics</h2><ul>'
    + "".join(f'<li class="cat-item cat-item-{i}"><a href="/topic/{name}/">{name.title()}</a> ({i * 3})</li>' for i, name in enumerate(("aid", "borders", "cities", "data", "energy", "finance"), 1))
    + '</ul></section><section class="widget widget_tag_cloud"><div class="tagcloud">'
    + "".join(f'<a href="/tag/{name}/" class="tag-cloud-link" style="font-size:{8 + i}pt" aria-label="{name} ({i} items)">{name}</a>' for i, name in enumerate(("asylum", "bread", "court", "delta", "ports", "wells"), 1))
    + "</div></section></aside>"
)  # fmt: skip


def crowd(main: str) -> str:
    """An agency's site with a menu of a hundred pages, a right column of rich cards, and a band of posts beneath."""
    menu = "".join(
        f"<div><h5>Section {j}</h5><ul>"
        + "".join(f'<li><a href="/s{j}/p{i}">Page {i} of section {j}</a></li>' for i in range(12))
        + "</ul></div>"
        for j in range(12)
    )
    cards = "".join(
        f'<div class="upd"><a href="/upd/{i}"><img src="/u{i}.jpg" alt=""></a><h4><a href="/upd/{i}">Update number {i} about the harbour works</a></h4><span>{i} May 2025</span><p>The works go on as planned, and the pier '
        "stays closed until the summer.</p></div>"
        for i in range(1, 6)
    )
    posts = "".join(
        f'<article class="mini"><h5><a href="/blog/m{i}">A blog piece number {i} on rivers</a></h5><time datetime="2025-05-0{i}">{i} May 2025</time></article>'
        for i in range(1, 4)
    )
    return agency(
        f'<div class="mega">{menu}</div><div class="cols"><div class="leftcol">{main}</div><div class="rightcol"><h3>Latest updates</h3>{cards}</div></div><div class="bottom-band"><h3>From our blog</h3>{posts}</div>'
    )
