use super::*;

const INDEX_SOURCE: &str = r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<link rel="stylesheet" href="static/style.css">
<link rel="preload" href="generated/plumbline.wasm">
<meta data-glue="generated/spreadsheet.js" data-module="generated/spreadsheet.wasm">
<script src="generated/plumbline.js"></script>"#;

fn sources() -> BTreeMap<String, Vec<u8>> {
    let texts = [
        ("static/style.css", "a { background: url(icons/dot.svg) }"),
        ("static/icons/dot.svg", "<svg/>"),
        ("static/sw.js", "const page = ['static/style.css'];"),
        ("generated/plumbline.js", "let wasm_bindgen;"),
        ("generated/plumbline.wasm", "\0asm"),
        ("generated/spreadsheet.js", "let wasm_bindgen = 2;"),
        ("generated/spreadsheet.wasm", "\0asm 2"),
    ];
    let owned = texts.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    owned.into_iter().collect()
}

fn text<'page>(page: &'page Page, start: &str) -> (&'page str, &'page str) {
    let mut found = page
        .files
        .iter()
        .filter(|(name, _)| name.starts_with(start));
    let (address, file) = found.next().unwrap();
    assert!(found.next().is_none(), "{start} is there twice");
    (address, std::str::from_utf8(&file.content).unwrap())
}

#[test]
fn every_file_but_page_and_service_worker_has_a_hashed_name() -> Result<()> {
    let page = assemble_from(sources(), INDEX_SOURCE, Audience::Public)?;
    for (address, file) in &page.files {
        let keeps_its_name = address == "index.html" || address == "sw.js";
        assert_eq!(file.lasting, !keeps_its_name, "{address}");
    }
    assert_eq!(page.files.len(), 8);
    Ok(())
}

#[test]
fn references_lead_to_the_files_that_are_there() -> Result<()> {
    let page = assemble_from(sources(), INDEX_SOURCE, Audience::Public)?;
    let (dot, _) = text(&page, "icons/dot-");
    let (style, css) = text(&page, "style-");
    assert_eq!(css, format!("a {{ background: url({dot}) }}"));
    let (_, index) = text(&page, "index.html");
    assert!(index.contains(&format!("href=\"{style}\"")), "{index}");
    let (_, service_worker) = text(&page, "sw.js");
    assert_eq!(service_worker, format!("const page = ['{style}'];"));
    Ok(())
}

#[test]
fn a_style_sheet_gets_a_new_name_when_what_it_shows_changes() -> Result<()> {
    let before = assemble_from(sources(), INDEX_SOURCE, Audience::Public)?;
    let mut changed = sources();
    changed.insert("static/icons/dot.svg".to_owned(), b"<svg></svg>".to_vec());
    let after = assemble_from(changed, INDEX_SOURCE, Audience::Public)?;
    assert_ne!(text(&before, "style-").0, text(&after, "style-").0);
    let program = before
        .files
        .keys()
        .filter(|name| name.starts_with("plumbline-"));
    assert!(
        program.clone().count() == 2 && program.clone().all(|name| after.files.contains_key(name))
    );
    Ok(())
}

#[test]
fn the_first_load_is_what_the_page_names_and_the_page() -> Result<()> {
    let page = assemble_from(sources(), INDEX_SOURCE, Audience::Public)?;
    let first = page.files.iter().filter(|(_, file)| file.first_load);
    let names: Vec<&str> = first.map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), 4, "{names:?}");
    assert!(
        names
            .iter()
            .all(|name| !name.starts_with("icons/") && *name != "sw.js")
    );
    Ok(())
}

#[test]
fn what_is_loaded_later_is_named_on_the_page_and_kept_for_offline() -> Result<()> {
    let mut sources = sources();
    let kept = b"const FILES = [\"generated/files\"];".to_vec();
    sources.insert("static/sw.js".to_owned(), kept);
    let page = assemble_from(sources, INDEX_SOURCE, Audience::Public)?;
    let (_, index) = text(&page, "index.html");
    let (_, service_worker) = text(&page, "sw.js");
    let later: Vec<&String> = page
        .files
        .keys()
        .filter(|name| name.starts_with("spreadsheet-"))
        .collect();
    assert_eq!(later.len(), 2, "{later:?}");
    for name in later {
        assert!(index.contains(&format!("=\"{name}\"")), "{index}");
        assert!(service_worker.contains(name.as_str()), "{service_worker}");
        assert!(!page.files[name].first_load, "{name}");
    }
    Ok(())
}

#[test]
fn a_developer_gets_no_service_worker() -> Result<()> {
    let page = assemble_from(sources(), INDEX_SOURCE, Audience::Developer)?;
    assert!(!page.files.contains_key("sw.js"));
    Ok(())
}

#[test]
fn the_headers_file_forbids_framing_and_keeps_only_hashed_names() -> Result<()> {
    let page = assemble_from(sources(), INDEX_SOURCE, Audience::Public)?;
    let headers = headers::file(&page);
    assert!(headers.contains("default-src 'none'; frame-ancestors 'none'"));
    let (style, _) = text(&page, "style-");
    assert!(headers.contains(&format!("/{style}\n  Cache-Control: public, max-age")));
    for name in ["", "index.html", "sw.js"] {
        assert!(headers.contains(&format!("/{name}\n  Cache-Control: no-cache\n")));
    }
    Ok(())
}
