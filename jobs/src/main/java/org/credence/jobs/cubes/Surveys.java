package org.credence.jobs.cubes;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.credence.jobs.Night;
import org.credence.settings.BrandsFile;
import org.credence.settings.Digest;
import org.credence.settings.Refusal;
import org.credence.settings.TrustModelFile;
import org.credence.storage.Storage;

/** The survey results that the settings name. */
record Surveys(List<SurveyResult> results) {

  static Surveys of(Night night) {
    Set<String> brands =
        night.settings().brands().brands().stream()
            .map(BrandsFile.Brand::id)
            .collect(Collectors.toSet());
    Set<String> attributes =
        night.settings().trustModel().attributes().stream()
            .map(TrustModelFile.Attribute::id)
            .collect(Collectors.toSet());
    List<SurveyResult> results = new ArrayList<>();
    for (String survey : night.settings().credence().surveys()) {
      URI location = night.settings().location(survey);
      results.addAll(new SurveyFile(survey, brands, attributes).parse(text(night, location)));
    }
    return new Surveys(results);
  }

  private static String text(Night night, URI location) {
    String name = location.getPath().replaceFirst(".*/", "");
    return Storage.of(location.resolve("."), night.hadoop())
        .read(name)
        .orElseThrow(
            () ->
                Refusal.configuration(
                    "There is no survey file " + location,
                    "surveys in credence.yaml names it",
                    "Put it there, or take it from the list."));
  }

  /** Of all results; empty without any. */
  String digest() {
    return results.isEmpty() ? "" : Digest.brief(results);
  }

  List<Row> cells(int leastPeople) {
    return results.stream().map(result -> result.cell(leastPeople)).toList();
  }
}
