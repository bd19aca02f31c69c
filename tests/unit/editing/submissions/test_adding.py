"""Unknown names of submissions are asked about at a terminal, each once."""

from pathlib import Path

from tests.support.submissions import ANSWERS, PL, reference

from goodpractices.editing import Adding, Deciding, Drafter, imported

HEAD = f"### Nazwa praktyki\n\n{{name}}\n\n### Praktyka w dwóch zdaniach\n\n{ANSWERS['summary']}\n\n"


def deciding(*typed: str) -> tuple[Deciding, list[str]]:
    said: list[str] = []
    words = iter(typed)

    def ask(asked: str) -> str:
        said.append(asked)
        return next(words)

    return Deciding(Adding(Drafter(reference(), PL), ask, said.append)), said


def written(folder: Path, name: str, **answers: str) -> Path:
    path = folder / f"{name}.md"
    parts = [f"### {PL(f'ask.{question}')}\n\n{words}\n\n" for question, words in answers.items()]
    path.write_text(HEAD.format(name=name) + "".join(parts), encoding="utf-8")
    return path


def test_a_name_is_asked_about_once_in_all_files(tmp_path: Path) -> None:
    asking, said = deciding("t", "1")
    files = [written(tmp_path, "Las", places="Rumia"), written(tmp_path, "Most", places="rumia")]
    made = [imported(each, reference(), PL, created=None, deciding=asking)[0].record for each in files]
    rumia = {"id": "rumia", "name": "Rumia", "country": "PL", "level": "town", "lat": 54.57092, "lon": 18.38802}
    for record in made:
        assert record["places"] == [{"place": "rumia", "role": "implemented"}]
        assert record["editorial"]["proposals"]["places"] == [{**rumia, "geonames": 3086706, "parent": "pomorskie"}]
    assert len([line for line in said if "„Rumia” do rejestru?" in line]) == 1


def test_who_names_a_record_of_the_registry_means_that_one(tmp_path: Path) -> None:
    asking, said = deciding("Gdynja", "Gdynia")
    [made] = imported(written(tmp_path, "Las", places="Gdynie"), reference(), PL, created=None, deciding=asking)
    assert made.record["places"] == [{"place": "gdynia", "role": "implemented"}]
    assert "proposals" not in made.record["editorial"]
    assert PL("new.not_known", name="Gdynja") in said


def test_what_is_left_stays_a_question(tmp_path: Path) -> None:
    asking, _ = deciding("t", "")
    file = written(tmp_path, "Las", leaders="Klub Las", themes="opieka nad seniorami")
    [made] = imported(file, reference(), PL, created=None, deciding=asking)
    assert made.record["editorial"]["proposals"] == {
        "terms": [{"vocabulary": "themes", "id": "opieka-nad-seniorami", "pl": "opieka nad seniorami"}]
    }
    assert any("Klub Las" in each for each in made.record["editorial"]["questions"])
